package org.shouwen.callback.web;

import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.yesOrNo;

import java.util.Map;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.acts.Field;
import org.shouwen.acts.Given;
import org.shouwen.callback.Callback;
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
        return new Acts.Routes("Callback", Map.of("POST /api/v1/callbacks/{id}/calls", CALL));
    }
}
