package org.shouwen.problems;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * What a form shows when it could not be taken: a sentence on top, the article it rests on, and a word at each field.
 *
 * @param citation such as 第十三条第四项; empty when no clause stands behind it
 */
public record FormProblem(int status, String text, String citation, Map<String, String> fields) {
    /** @throws RuntimeException the same again, when it is none that a form can show */
    public static FormProblem of(RuntimeException e, MessageSource messages, Locale locale) {
        return switch (e) {
            case BadInput bad -> {
                Map<String, String> fields = new LinkedHashMap<>();
                for (BadInput.Field f : bad.fields()) {
                    fields.put(
                            f.field(),
                            String.valueOf(messages.getMessage(f.key(), f.args().toArray(), f.key(), locale)));
                }
                yield new FormProblem(422, messages.getMessage("problems.bad-input", null, locale), "", fields);
            }
            case Refusal no ->
                new FormProblem(
                        409,
                        String.valueOf(messages.getMessage(no.key(), no.args().toArray(), no.key(), locale)),
                        no.citation(),
                        Map.of());
            case Stale _ -> new FormProblem(412, messages.getMessage("problems.stale", null, locale), "", Map.of());
            case ChangedOutside _ ->
                new FormProblem(409, messages.getMessage("problems.changed-outside", null, locale), "", Map.of());
            default -> throw e;
        };
    }
}
