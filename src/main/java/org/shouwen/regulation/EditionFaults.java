package org.shouwen.regulation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.BrokenEdition.Says;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong in an edition, in both languages: the YAML reader's own words are English. */
final class EditionFaults {
    private static final Pattern MISSING = Pattern.compile("creator property '(\\w+)'");

    private static final Pattern TWICE = Pattern.compile("(?i)duplicate.*?[\"'](\\w+)[\"']");

    private EditionFaults() {}

    /** The reader names the line above a tab; who reads Chinese is told what to look for. */
    static BrokenEdition syntax(String file, String text, JacksonException e) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        String what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        Matcher twice = TWICE.matcher(what);
        if (twice.find()) return new BrokenEdition(file, line, twice.group(1), new Says("这个键写了两次", "is written twice"));
        List<String> lines = text.lines().toList();
        for (int i = Math.max(0, line - 1); i <= line && i < lines.size(); i++)
            if (lines.get(i).matches(" *\\t.*"))
                return new BrokenEdition(
                        file, i + 1, "", new Says("缩进要用空格，不能用制表符", "is indented by a tab; use spaces"));
        return new BrokenEdition(
                file, line, "", new Says("写法有误：请检查这一行及其上下行的缩进、引号、括号和冒号", "is not readable YAML: " + what));
    }

    /** @param entry of a list, as the file has it */
    static Says entry(JacksonException e, JsonNode entry) {
        String which = entry.path("code").asString("");
        String zh = which.isEmpty() ? "" : "代码为 " + which + " 的一项：";
        String en = which.isEmpty() ? "" : "has an entry '" + which + "' that ";
        Says what = what(e, entry);
        return new Says(zh + what.zh(), (en.isEmpty() ? "has an entry that " : en) + what.en());
    }

    private static Says what(JacksonException e, JsonNode entry) {
        if (e instanceof UnrecognizedPropertyException unknown)
            return new Says(
                    "不认识键 " + unknown.getPropertyName() + "，请检查拼写",
                    "has the unknown key '" + unknown.getPropertyName() + "': check its spelling");
        Matcher missing = MISSING.matcher(String.valueOf(e.getOriginalMessage()));
        if (missing.find()) return new Says("缺少 " + missing.group(1), "lacks '" + missing.group(1) + "'");
        String key = e instanceof DatabindException d && !d.getPath().isEmpty()
                ? String.valueOf(d.getPath().getLast().getPropertyName())
                : "";
        String value = key.isEmpty() ? "" : entry.path(key).asString("");
        return new Says(
                key.isEmpty() ? "写法有误" : key + " 的值“" + value + "”不对",
                key.isEmpty() ? "is written wrongly" : "has the wrong value '" + value + "' for '" + key + "'");
    }
}
