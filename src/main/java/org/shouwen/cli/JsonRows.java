package org.shouwen.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files on which an offline command such as {@code evaluate class} measures: UTF-8, a JSON object a line. */
public final class JsonRows {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonRows() {}

    /** Makes a row of a line's object. */
    public interface Form<T> {
        /** @throws Unreadable when a field is missing or can not be understood */
        T row(JsonNode line) throws Unreadable;
    }

    /** A file that can not be used; the message names file and line, in both languages. */
    public static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        public Unreadable(String chinese, String english) {
            super(chinese + "\n" + english);
        }
    }

    /** @throws Unreadable when the file is missing, is not UTF-8 or has a line that does not fit */
    public static <T> List<T> read(Path file, Form<T> form) throws IOException {
        List<T> rows = new ArrayList<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                // Some programs begin a UTF-8 file with a byte order mark.
                String json = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!json.isBlank()) rows.add(row(file, number, json, form));
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable("没有这个文件：" + file, "No such file: " + file);
        } catch (MalformedInputException e) {
            throw new Unreadable(
                    file + " 第 " + (number + 1) + " 行之后不是 UTF-8 编码。",
                    file + " is not UTF-8 after line " + (number + 1) + ".");
        }
        return rows;
    }

    private static <T> T row(Path file, int number, String json, Form<T> form) throws Unreadable {
        try {
            JsonNode line = JSON.readTree(json);
            if (!line.isObject()) throw new Unreadable("不是 JSON 对象", "not a JSON object");
            return form.row(line);
        } catch (JacksonException e) {
            throw new Unreadable(file + " 第 " + number + " 行不是 JSON。", file + " line " + number + " is not JSON.");
        } catch (Unreadable e) {
            String[] why = String.valueOf(e.getMessage()).split("\n", 2);
            throw new Unreadable(file + " 第 " + number + " 行：" + why[0], file + " line " + number + ": " + why[1]);
        }
    }

    /** A field that must be there and be a string or a number. */
    public static String text(JsonNode line, String field) throws Unreadable {
        JsonNode value = line.path(field);
        if (value.isString()) return value.stringValue();
        if (value.isNumber()) return value.asString();
        throw new Unreadable("缺少字段 " + field, "field " + field + " is missing");
    }
}
