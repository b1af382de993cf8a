package org.shouwen.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person reads on a page, also in hints and labels; not what was typed, nor keys and code. */
final class ShownText {
    private static final Pattern SHOWN =
            Pattern.compile("(?s)>([^<>]+)<|(?:placeholder|aria-label|title|alt|data-confirm)=\"([^\"]+)\"");

    private ShownText() {}

    static List<String> of(String page) {
        String visible = page.replaceAll("(?s)<(script|style|kbd|code)[ >].*?</\\1>", "")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?s)<textarea.*?</textarea>", "");
        List<String> all = new ArrayList<>();
        Matcher m = SHOWN.matcher(visible);
        while (m.find()) {
            String text = m.group(1) != null ? m.group(1) : m.group(2);
            // what is stored, as it is stored, and names of places to fill in a text
            if (text != null
                    && !text.isBlank()
                    && !text.strip().startsWith("&#123;")
                    && !text.strip().startsWith("{"))
                all.add(unescaped(text.strip()).replaceAll("\\{\\w+}", ""));
        }
        return all;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
