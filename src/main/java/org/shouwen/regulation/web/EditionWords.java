package org.shouwen.regulation.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.EditionDifferences.Difference;
import org.shouwen.regulation.Editions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What differs between editions, in the words of whoever has to adopt it instead of a file's keys. */
@Component
final class EditionWords {
    private static final String FIELD = "regulation.editions.field.";

    private final Editions editions;
    private final MessageSource messages;

    EditionWords(Editions editions, MessageSource messages) {
        this.editions = editions;
        this.messages = messages;
    }

    /** Such as 一般 · 时限 · 工作日; empty where the part says all. */
    public String where(Difference d, Edition draft, Locale locale) {
        if (d.where().isEmpty()) return "";
        return Arrays.stream(d.where().split("\\."))
                .map(step -> word(step, d.part(), draft, locale))
                .collect(Collectors.joining(" · "));
    }

    /** @param value as the edition says it; empty where it has none */
    public String value(Difference d, String value, Locale locale) {
        String field = d.where().substring(d.where().lastIndexOf('.') + 1);
        if (value.isEmpty()) return "–";
        if (d.part().equals("closingTime")) return value.startsWith("00:00") ? "24:00" : value.substring(0, 5);
        if (value.equals("true") || value.equals("false"))
            return text("regulation.editions." + (value.equals("true") ? "yes" : "no"), locale);
        if (d.part().equals("returns") && field.equals("kind")) return text("site.editions.returns." + value, locale);
        return field.equals("basis") ? citation(value) : value;
    }

    private String word(String step, String part, Edition draft, Locale locale) {
        @Nullable String field = messages.getMessage(FIELD + step, null, null, locale);
        if (field != null) return field;
        boolean chinese = !locale.getLanguage().equals("en");
        return Stream.concat(Stream.of(draft), editions.all().stream())
                .flatMap(e -> name(e, part, step, chinese).stream())
                .findFirst()
                .orElse(step);
    }

    private static Optional<String> name(Edition e, String part, String code, boolean chinese) {
        return switch (part) {
            case "limitClasses" -> e.limitClass(code).map(c -> chinese ? c.name() : c.nameEn());
            case "urgentKinds" ->
                e.urgentKinds().stream()
                        .filter(u -> u.code().equals(code))
                        .map(u -> chinese ? u.name() : u.nameEn())
                        .findFirst();
            case "guidance" ->
                e.guidance().stream()
                        .filter(t -> t.code().equals(code))
                        .map(t -> chinese ? t.name() : t.nameEn())
                        .findFirst();
            default ->
                Stream.of(e.kinds(), e.declineGrounds(), e.channels())
                        .flatMap(java.util.Collection::stream)
                        .filter(n -> n.code().equals(code))
                        .map(n -> chinese ? n.name() : n.nameEn())
                        .findFirst();
        };
    }

    private static String citation(String clause) {
        return Arrays.stream(Clause.values())
                .filter(c -> c.name().equals(clause))
                .map(Clause::citation)
                .findFirst()
                .orElse(clause);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
