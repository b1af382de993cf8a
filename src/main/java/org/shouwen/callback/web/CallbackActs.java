package org.shouwen.callback.web;

import static org.shouwen.acts.Field.code;
import static org.shouwen.acts.Field.date;
import static org.shouwen.acts.Field.id;
import static org.shouwen.acts.Field.integer;
import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.yesOrNo;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.acts.Field;
import org.shouwen.acts.Given;
import org.shouwen.callback.Callback;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Clause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acts of callbacks (Art. 14), as form and API send them. */
@Configuration(proxyBeanMethods = false)
class CallbackActs {
    private static final String ASK = "callback.bad.ask";

    /** What was answered in a call; nothing is answered before it was asked, and nothing where nobody was reached. */
    static final Act<Callback.Answer> CALL = Act.of(
            "calls",
            Clause.A14,
            f -> new Callback.Answer(
                    f.yes("reached"), yes(f, "truthful"), yes(f, "resolved"), yes(f, "satisfied"), f.text("words")),
            yesOrNo("reached").missing(ASK),
            question("truthful"),
            question("resolved"),
            question("satisfied"),
            text("words", 2000).optional());

    /**
     * @param from first day on which the orders were closed, in Shanghai
     * @param to last day, included; not after today
     * @param unit the leading unit; null: all
     * @param percent 1 to 100
     */
    record Draw(LocalDate from, LocalDate to, @Nullable UnitId unit, int percent) {}

    static final Act<Draw> DRAW = Act.of(
            "draws",
            Clause.A14,
            f -> new Draw(
                    f.date("from"),
                    f.date("to"),
                    f.has("unit") ? new UnitId(f.text("unit")) : null,
                    f.integer("percent")),
            date("from"),
            date("to"),
            code("unit").optional(),
            integer("percent"));

    /** @param many how many calls at most, 1 to 500 */
    record Give(UUID agent, int many) {}

    static final Act<Give> GIVE = Act.of(
            "givings",
            Clause.A14,
            f -> new Give(f.id("agent"), f.integer("many")),
            id("agent").missing("callback.bad.agent"),
            integer("many"));

    private static Field question(String name) {
        return yesOrNo(name).missing(ASK).optional();
    }

    private static boolean yes(Given f, String question) {
        if (!f.yes("reached")) return true;
        if (!f.has(question)) throw new BadInput(question, ASK);
        return f.yes(question);
    }

    @Bean
    Acts.Routes callbackRoutes() {
        return new Acts.Routes(
                "Callback",
                Map.of(
                        "POST /api/v1/callbacks/{id}/calls",
                        CALL,
                        "POST /api/v1/given-callbacks/{id}/calls",
                        CALL,
                        "POST /api/v1/callbacks/draws",
                        DRAW,
                        "POST /api/v1/callbacks/givings",
                        GIVE));
    }
}
