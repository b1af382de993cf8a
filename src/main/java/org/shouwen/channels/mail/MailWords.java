package org.shouwen.channels.mail;

import java.util.regex.Pattern;

/** What a person says in a mail: of HTML its text, of an answer what is new in it. Pure. */
final class MailWords {
    private static final Pattern QUOTE_BEGINS =
            Pattern.compile("(?m)^\\s*(?:-{2,}\\s*(?:原始邮件|Original Message|转发邮件信息|回复的邮件)"
                    + "|在 ?.{4,80}写道[:：]|On .{6,120} wrote:|发件人[:：].{0,200}\\n\\s*(?:发送时间|日期|收件人)"
                    + "|_{20,}|From: .{3,200}\\n(?:Sent|Date|To): ).*$");

    private MailWords() {}

    /** Without what it quotes; all of it where nothing else is left. */
    static String answered(String text) {
        var quote = QUOTE_BEGINS.matcher(text);
        String head = quote.find() ? text.substring(0, quote.start()) : text;
        String own = head.lines()
                .filter(l -> !l.stripLeading().startsWith(">"))
                .reduce("", (a, b) -> a + "\n" + b)
                .strip();
        return own.isEmpty() ? text.strip() : own;
    }

    static String ofHtml(String html) {
        return html.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>", "")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?i)<br\\s*/?>|</(?:p|div|tr|li|h\\d)>", "\n")
                .replaceAll("(?s)<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[ \\t\\u00A0]+", " ")
                .replaceAll("\\n\\s*\\n+", "\n")
                .strip();
    }
}
