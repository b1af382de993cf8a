package org.shouwen.accountability.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.code;
import static org.shouwen.acts.Field.number;
import static org.shouwen.acts.Field.oneOf;
import static org.shouwen.acts.Field.someOf;
import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.yesOrNo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Breach;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.regulation.Clause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acts of accountability (Art. 22 to 24), as form and API send them. */
@Configuration(proxyBeanMethods = false)
class BreachActs {
    /** @param order number of the order whose history is the evidence; frozen at opening */
    record Open(
            String unit,
            String person,
            Clause ground,
            @Nullable String order,
            String words) {}

    record Find(boolean upheld, String finding, String sanction, List<Clause> mitigation) {}

    record Refer(Clause lead, String to) {}

    static final Act<Open> OPEN = Act.of(
            "breaches",
            Clause.A22_7,
            f -> new Open(
                    f.text("unit"),
                    f.text("person"),
                    f.one("ground", Clause.class),
                    f.textOrNull("order"),
                    f.text("words")),
            code("unit"),
            text("person", 40).optional(),
            oneOf("ground", Breach.GROUNDS),
            number("order").optional(),
            text("words", LONG).optional());

    static final Act<String> HEAR = Act.of(
            "hearings", Clause.A22_7, f -> f.text("words"), text("words", LONG).optional());

    static final Act<Find> FIND = Act.of(
            "findings",
            Clause.A23_1,
            f -> new Find(
                    f.yes("upheld"),
                    f.text("finding"),
                    f.text("sanction"),
                    f.codes("mitigation").stream().map(Clause::valueOf).toList()),
            yesOrNo("upheld"),
            text("finding", LONG).optional(),
            text("sanction", 1000).optional(),
            someOf("mitigation", Breach.MITIGATING).optional());

    static final Act<Refer> REFER = Act.of(
            "referrals",
            Clause.A23_4,
            f -> new Refer(f.one("lead", Clause.class), f.text("to")),
            oneOf("lead", Breach.LEADS),
            text("to", 100).optional());

    /** What the unit answers in writing. */
    static final Act<String> ANSWER = Act.of(
            "answers", Clause.A22_7, f -> f.text("words"), text("words", LONG).optional());

    @Bean
    Acts.Routes breachRoutes() {
        String one = "POST /api/v1/breaches/{number}/";
        return new Acts.Routes(
                "Breach",
                Map.of(
                        "POST /api/v1/breaches",
                        OPEN,
                        one + "hearings",
                        HEAR,
                        one + "findings",
                        FIND,
                        one + "referrals",
                        REFER,
                        "POST /api/v1/unit-breaches/{number}/answers",
                        ANSWER));
    }
}
