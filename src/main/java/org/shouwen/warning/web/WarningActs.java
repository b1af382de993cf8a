package org.shouwen.warning.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.code;
import static org.shouwen.acts.Field.date;
import static org.shouwen.acts.Field.integer;
import static org.shouwen.acts.Field.number;
import static org.shouwen.acts.Field.oneOf;
import static org.shouwen.acts.Field.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.regulation.Clause;
import org.shouwen.warning.Handing.To;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acts on a warning, as form and API send them. */
@Configuration(proxyBeanMethods = false)
class WarningActs {
    /** @param unit for a unit; {@code recipient} for a leader or a special report, which needs order and days */
    record Hand(To to, String unit, String recipient, String order, int workingDays, String words) {}

    private static final int DAYS = 7;

    static final Act<String> CONFIRM = Act.of(
            "confirmations",
            Clause.A2,
            f -> f.text("reason"),
            text("reason", LONG).optional());
    static final Act<String> DISMISS = Act.of(
            "dismissals", Clause.A2, f -> f.text("reason"), text("reason", LONG).optional());
    static final Act<String> END = Act.of(
            "endings", Clause.A2, f -> f.text("reason"), text("reason", LONG).optional());
    static final Act<LocalDate> WATCH = Act.of("watches", Clause.A2, f -> f.date("until"), date("until"));

    static final Act<Hand> HAND = Act.of(
            "handings",
            Clause.A19,
            f -> new Hand(
                    f.one("to", To.class),
                    f.text("unit"),
                    f.text("recipient"),
                    f.text("order"),
                    f.has("workingDays") ? f.integer("workingDays") : DAYS,
                    f.text("words")),
            oneOf("to", List.of(To.values())),
            code("unit").optional(),
            text("recipient", 100).optional(),
            number("order").optional(),
            integer("workingDays").optional(),
            text("words", LONG).optional());

    @Bean
    Acts.Routes warningRoutes() {
        return new Acts.Routes(
                "Warning",
                Map.of(
                        "POST /api/v1/warnings/{number}/confirmations", CONFIRM,
                        "POST /api/v1/warnings/{number}/dismissals", DISMISS,
                        "POST /api/v1/warnings/{number}/handings", HAND,
                        "POST /api/v1/warnings/{number}/watches", WATCH,
                        "POST /api/v1/warnings/{number}/endings", END));
    }
}
