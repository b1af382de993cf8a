package org.shouwen.shell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.shouwen.history.Recorded;
import org.shouwen.shell.DisplayFormat;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries of the history in an auditor's words: what was done, and the fields that say something to a person, each with
 * its name. Ids, hashes and versions are left out; the whole entry is in the export of the history.
 */
@Component
class AuditWords {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String FIELD = "site.audit.field.";

    private final DisplayFormat display;
    private final MessageSource messages;
    private final JsonMapper json;

    AuditWords(DisplayFormat display, MessageSource messages, JsonMapper json) {
        this.display = display;
        this.messages = messages;
        this.json = json;
    }

    /** @param act such as 账号 新建; {@code words} such as 姓名：吴示例 · 角色：派单员 */
    record Line(Recorded entry, String act, String words) {}

    Line of(Recorded entry, Locale locale) {
        String act = text("site.audit.kind." + entry.subject().kind(), locale) + " "
                + text("site.audit.type." + entry.type(), locale);
        List<String> words = new ArrayList<>();
        collect(json.readTree(entry.body()), words, locale);
        return new Line(entry, act.strip(), String.join(" · ", words));
    }

    private void collect(JsonNode body, List<String> words, Locale locale) {
        for (var field : body.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                collect(value, words, locale);
                continue;
            }
            String label = named(FIELD + field.getKey(), "", locale);
            String said = said(field.getKey(), value, locale);
            if (!label.isEmpty() && !said.isEmpty()) words.add(text("site.audit.said", locale, label, said));
        }
    }

    private String said(String field, JsonNode value, Locale locale) {
        if (value.isNull() || value.asString("").equals("null")) return "";
        if (value.isBoolean()) return text(value.booleanValue() ? "site.audit.yes" : "site.audit.no", locale);
        if (value.isArray())
            return String.join(
                    text("site.audit.comma", locale),
                    StreamSupport.stream(value.spliterator(), false)
                            .filter(v -> !v.isContainer())
                            .map(v -> one(field, v.asString(""), locale))
                            .toList());
        return one(field, value.asString(""), locale);
    }

    private String one(String field, String value, Locale locale) {
        return switch (field) {
            case "roles" -> named("accounts.role." + value, value, locale);
            case "unit", "parent" -> value.isEmpty() ? "" : orItself(display.unitOf(value), value);
            case "place" -> orItself(display.place(value), value);
            case "matterClass" -> orItself(display.matterClass(value), value);
            case "limitClass" -> display.limitClass(value);
            case "kind" -> named("directory.kind." + value, named("site.kind." + value, value, locale), locale);
            case "what" -> named("site.audit.what." + value, value, locale);
            case "fields" -> named(FIELD + value, value, locale);
            default -> UUID.matcher(value).matches() ? "" : value;
        };
    }

    private static String orItself(String name, String code) {
        return name.isEmpty() ? code : name;
    }

    private String named(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
