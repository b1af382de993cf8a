package org.shouwen.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of texts in which somebody has labelled personal data: UTF-8, a JSON object in each line. */
final class LabelledTexts {
    private static final Set<String> KINDS =
            Set.of("name", "mobile", "address", "idcard", "landline", "im", "plate", "email", "bankcard");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LabelledTexts() {}

    /** @param start first code point; {@code end} the one after the last */
    record Span(int start, int end, String kind) {}

    /** @param spans of the known kinds only */
    record Row(String text, List<Span> spans) {}

    /** Says in words which line can not be used. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(Path file, int line, String why) {
            super("%s 第 %d 行不能读取 line %d can not be read: %s".formatted(file, line, line, why));
        }
    }

    static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (byte[] bytes : lines(Files.readAllBytes(file))) {
            line++;
            String text = decoded(file, line, bytes).strip();
            if (!text.isEmpty()) rows.add(row(file, line, text));
        }
        return rows;
    }

    private static Row row(Path file, int line, String json) throws Unreadable {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.path("text").isString()) throw new Unreadable(file, line, "没有 text no text");
            String text = node.path("text").asString();
            int length = text.codePointCount(0, text.length());
            List<Span> spans = new ArrayList<>();
            for (JsonNode s : node.path("spans")) {
                if (!KINDS.contains(s.path("kind").asString(""))) continue;
                int start = s.path("start").asInt(-1);
                int end = s.path("end").asInt(-1);
                if (start < 0 || end <= start || end > length)
                    throw new Unreadable(file, line, "标注位置不在文字内 a span outside the text");
                spans.add(new Span(start, end, s.path("kind").asString("")));
            }
            return new Row(text, spans);
        } catch (JacksonException e) {
            throw new Unreadable(file, line, "不是 JSON not JSON");
        }
    }

    private static List<byte[]> lines(byte[] file) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= file.length; i++)
            if (i == file.length || file[i] == '\n') {
                lines.add(Arrays.copyOfRange(file, from, i));
                from = i + 1;
            }
        return lines;
    }

    private static String decoded(Path file, int line, byte[] bytes) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(file, line, "不是 UTF-8 not UTF-8");
        }
    }
}
