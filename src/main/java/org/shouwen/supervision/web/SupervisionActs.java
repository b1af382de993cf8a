package org.shouwen.supervision.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.number;
import static org.shouwen.acts.Field.oneOf;
import static org.shouwen.acts.Field.text;

import java.util.EnumSet;
import java.util.Map;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acts of supervision (Art. 16), as form and API send them. */
@Configuration(proxyBeanMethods = false)
class SupervisionActs {
    private static final int SHORT = 1000;

    record Issue(String order, Supervision.Level level, Supervision.How how, String words) {}

    /** A plain mistake in the handling of an order, as a person names it. */
    record Name(String order, String words) {}

    static final Act<Issue> ISSUE = Act.of(
            "supervisions",
            Clause.A16,
            f -> new Issue(
                    f.text("order"),
                    f.one("level", Supervision.Level.class),
                    f.one("how", Supervision.How.class),
                    f.text("words")),
            number("order"),
            oneOf("level", EnumSet.allOf(Supervision.Level.class)),
            oneOf("how", EnumSet.allOf(Supervision.How.class)),
            text("words", LONG).optional());

    static final Act<Name> NAME = Act.of(
            "triggers",
            Clause.A16,
            f -> new Name(f.text("order"), f.text("words")),
            number("order"),
            text("words", SHORT));

    /** Why a trigger needs no supervision. */
    static final Act<String> DISMISS = Act.of("dismissals", Clause.A16, f -> f.text("words"), text("words", SHORT));

    static final Act<String> ANSWER = Act.of(
            "answers", Clause.A16, f -> f.text("words"), text("words", LONG).optional());

    @Bean
    Acts.Routes supervisionRoutes() {
        return new Acts.Routes("Supervision", Map.of("POST /api/v1/supervisions", ISSUE));
    }
}
