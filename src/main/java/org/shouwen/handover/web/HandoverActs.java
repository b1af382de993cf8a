package org.shouwen.handover.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.integer;
import static org.shouwen.acts.Field.number;
import static org.shouwen.acts.Field.oneOf;
import static org.shouwen.acts.Field.text;

import java.util.List;
import java.util.Map;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.handover.Handover;
import org.shouwen.regulation.Clause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acts of handing over, as form and API send them. */
@Configuration(proxyBeanMethods = false)
class HandoverActs {
    /** @param ground A18_1 to A18_3: the petition office; A19: a special report */
    record HandOver(String order, Clause ground, String recipient, String reason, int workingDays) {
        Handover.Kind kind() {
            return ground == Clause.A19 ? Handover.Kind.SPECIAL_REPORT : Handover.Kind.PETITION;
        }
    }

    static final Act<HandOver> HAND_OVER = Act.of(
            "handovers",
            Clause.A18_1,
            f -> new HandOver(
                    f.text("order"),
                    f.one("ground", Clause.class),
                    f.text("recipient"),
                    f.text("reason"),
                    f.integer("workingDays")),
            number("order"),
            oneOf("ground", List.of(Clause.A18_1, Clause.A18_2, Clause.A18_3, Clause.A19)),
            text("recipient", 100).optional(),
            text("reason", LONG).optional(),
            integer("workingDays"));

    static final Act<String> ANSWER = Act.of(
            "answers", Clause.A18_1, f -> f.text("answer"), text("answer", LONG).optional());

    @Bean
    Acts.Routes handoverRoutes() {
        return new Acts.Routes(
                "Handover",
                Map.of("POST /api/v1/handovers", HAND_OVER, "POST /api/v1/handovers/{number}/answers", ANSWER));
    }
}
