package org.shouwen.channels.mail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of mails as Chinese mailers write them: what calls itself GB2312 or GBK is read as GB18030, which holds both; what names
 * no character set, or a wrong one, is read as UTF-8 where it is, else as GB18030. Pure.
 */
final class Charsets {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Set<String> CHINESE_NAMES =
            Set.of("gb2312", "gbk", "gb18030", "x-gbk", "cp936", "ms936", "gb_2312-80", "hz-gb-2312", "csgb2312");
    private static final Pattern WORD = Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private Charsets() {}

    static String text(byte[] bytes, @Nullable String name) {
        String lower = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (CHINESE_NAMES.contains(lower)) return new String(bytes, CHINESE);
        try {
            if (!lower.isEmpty() && !lower.equals("us-ascii") && Charset.isSupported(lower))
                return new String(bytes, Charset.forName(lower));
        } catch (IllegalArgumentException e) { // a name that can be none
            return guessed(bytes);
        }
        return guessed(bytes);
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, CHINESE);
        }
    }

    /**
     * A header with its encoded words (RFC 2047) read. Words of one character set that follow each other are put together before
     * they are read: mailers cut between the bytes of a character.
     *
     * @param raw one character for each byte
     */
    static String header(@Nullable String raw) {
        if (raw == null) return "";
        String line = raw.replaceAll("\\r?\\n[ \\t]", " ");
        StringBuilder out = new StringBuilder();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        String charset = null;
        int last = 0;
        Matcher m = WORD.matcher(line);
        while (m.find()) {
            String between = line.substring(last, m.start());
            boolean joins = charset != null && between.isBlank() && charset.equalsIgnoreCase(m.group(1));
            if (!joins) {
                flush(out, open, charset);
                if (charset == null || !between.isBlank()) out.append(plain(between));
            }
            charset = m.group(1);
            open.writeBytes(word(m.group(2), m.group(3)));
            last = m.end();
        }
        flush(out, open, charset);
        return out.append(plain(line.substring(last))).toString().strip();
    }

    private static void flush(StringBuilder out, ByteArrayOutputStream open, @Nullable String charset) {
        out.append(text(open.toByteArray(), charset));
        open.reset();
    }

    /** Bytes above 127 without any encoding, as old mailers send them. */
    private static String plain(String part) {
        return part.chars().allMatch(c -> c < 0x80) ? part : guessed(part.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] word(String encoding, String word) {
        if (encoding.equalsIgnoreCase("b")) {
            try {
                return Base64.getMimeDecoder().decode(word);
            } catch (IllegalArgumentException e) {
                return word.getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '=' && word.substring(i).matches("(?s)=[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(word.substring(i + 1, i + 3), 16));
                i += 2;
            } else bytes.write(c == '_' ? ' ' : c);
        }
        return bytes.toByteArray();
    }
}
