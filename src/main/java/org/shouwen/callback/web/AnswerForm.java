package org.shouwen.callback.web;

import java.util.Map;
import org.shouwen.callback.Callback;
import org.shouwen.problems.BadInput;

/** Reads what was answered in a call from the form of its page. */
final class AnswerForm {
    private AnswerForm() {}

    /** @throws BadInput naming the first question that was not answered though somebody was reached */
    static Callback.Answer read(Map<String, String> typed) {
        boolean reached = "yes".equals(typed.get("reached"));
        return new Callback.Answer(
                reached,
                !reached || yes("truthful", typed),
                !reached || yes("resolved", typed),
                !reached || yes("satisfied", typed),
                typed.getOrDefault("words", ""));
    }

    /** Nothing is answered before it was asked. */
    private static boolean yes(String question, Map<String, String> typed) {
        return switch (typed.getOrDefault(question, "")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new BadInput(question, "callback.bad.ask");
        };
    }
}
