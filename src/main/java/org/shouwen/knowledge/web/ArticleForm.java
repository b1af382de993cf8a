package org.shouwen.knowledge.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.ArticleContent;
import org.shouwen.knowledge.ArticleKind;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.problems.TypedDay;

/** The form of an article, as it was typed. */
record ArticleForm(Map<String, String> typed) {
    private static final int MOST_CODE = 60;

    /** @param own the unit of who writes; null for the platform, which names one */
    ArticleContent content(@Nullable UnitId own) {
        return new ArticleContent(
                kind(get("kind")),
                own == null ? new UnitId(Text.required("unit", get("unit"), MOST_CODE)) : own,
                get("title"),
                get("text"),
                new ArticleContent.Source(
                        get("sourceNumber"), get("sourceTitle"), get("sourceClause"), day("sourceDate")),
                new ArticleContent.Enterprise(get("place"), get("hours"), get("licence"), get("phone")),
                day("validFrom"),
                day("validTo"),
                typed.containsKey("open"));
    }

    static ArticleKind kind(String typed) {
        try {
            return ArticleKind.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("kind", "problems.field.unknown", typed);
        }
    }

    /** The fields of what is stored, for the form that changes it. */
    static Map<String, String> fields(ArticleContent c) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", c.kind().name());
        fields.put("unit", c.unit().code());
        fields.put("title", c.title());
        fields.put("text", c.text());
        fields.put("sourceNumber", c.source().number());
        fields.put("sourceTitle", c.source().title());
        fields.put("sourceClause", c.source().clause());
        fields.put("sourceDate", text(c.source().date()));
        fields.put("place", c.enterprise().place());
        fields.put("hours", c.enterprise().hours());
        fields.put("licence", c.enterprise().licence());
        fields.put("phone", c.enterprise().phone());
        fields.put("validFrom", text(c.validFrom()));
        fields.put("validTo", text(c.validTo()));
        if (c.open()) fields.put("open", "on");
        return fields;
    }

    private String get(String field) {
        return typed.getOrDefault(field, "");
    }

    private @Nullable LocalDate day(String field) {
        if (get(field).isBlank()) return null;
        return TypedDay.read(field, get(field));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
