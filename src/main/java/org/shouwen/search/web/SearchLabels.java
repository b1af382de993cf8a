package org.shouwen.search.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.search.SearchParameters;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.SearchSort;
import org.shouwen.search.ThingKind;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes of filters in the reader's language; templates call it {@code @searchLabels}. */
@Component
public class SearchLabels {
    /** Whose states a code may be of, by the beginning of the message's key. */
    private static final List<String> STATES =
            List.of("search.state.", "workorder.state.", "knowledge.state.", "appeal.state.", "appeal.outcome.");

    /** Of what can be found: appeals, orders, articles. */
    static final List<String> CODES = List.of(
            "WAITING",
            "DECIDED",
            "REGISTERED",
            "AWAITING_RECEIPT",
            "IN_HAND",
            "REPORTED",
            "CLOSED",
            "JOINED",
            "PUBLISHED");

    private final Directory directory;
    private final Editions editions;
    private final MessageSource messages;

    SearchLabels(Directory directory, Editions editions, MessageSource messages) {
        this.directory = directory;
        this.editions = editions;
        this.messages = messages;
    }

    /** What a value of a parameter is called; the value itself where nothing knows it. */
    public String of(String name, String value) {
        return switch (name) {
            case "kind" -> kind(ThingKind.valueOf(value));
            case "state" -> state(value);
            case "unit" -> unit(value);
            case "class" ->
                directory.matterClass(value).map(MatterClass::fullName).orElse(value);
            case "place" -> directory.place(value).map(Place::fullName).orElse(value);
            case "channel" -> channel(value);
            case "urgent" -> text("search.urgent." + value);
            case "sort" -> text("search.sort." + SearchSort.valueOf(value));
            default -> value;
        };
    }

    public String kind(ThingKind kind) {
        return text("search.kind." + kind);
    }

    public String state(String code) {
        for (String start : STATES) {
            String found = messages.getMessage(start + code, null, "", locale());
            if (found != null && !found.isEmpty()) return found;
        }
        return code;
    }

    public String unit(String code) {
        return directory.unit(new UnitId(code)).isPresent() ? directory.name(new UnitId(code)) : code;
    }

    public String channel(@Nullable String code) {
        if (code == null) return "";
        return edition().channel(code).map(this::name).orElse(code);
    }

    List<Edition.Named> channels() {
        return edition().channels();
    }

    String name(Edition.Named named) {
        return locale().getLanguage().equals("en") ? named.nameEn() : named.name();
    }

    /** The whole query in words, such as 关键词：漏水；状态：办理中. */
    public String sentence(SearchQuery query) {
        StringBuilder said = new StringBuilder();
        SearchParameters.fields(query).forEach((name, values) -> {
            if (!said.isEmpty()) said.append(text("search.and"));
            said.append(text(
                    "search.said",
                    text("search.field." + name),
                    String.join(
                            text("search.or"),
                            values.stream().map(v -> of(name, v)).toList())));
        });
        return said.isEmpty() ? text("search.everything") : said.toString();
    }

    String text(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    private Edition edition() {
        return editions.all().stream()
                .filter(e -> e.city().equals(editions.city()))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
