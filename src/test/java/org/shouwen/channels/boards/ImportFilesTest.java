package org.shouwen.channels.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles 7 and 8: posts of a message board arrive however the file was written, and one bad line costs one line. */
@ShouwenTest
class ImportFilesTest {
    @Autowired
    ImportAppeals imports;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private static String post(String id, String createdAt) {
        return "{\"id\": \"%s\", \"type\": \"投诉/求助\", \"createdAt\": \"%s\", \"title\": \"路面\", \"content\": \"路面有坑，请修 %s。\", \"user\": \"网友\"}\n"
                .formatted(id, createdAt, id);
    }

    private ImportAppeals.Result load(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return imports.load(file);
    }

    @Test
    void posts_arrive_in_every_spelling() throws IOException {
        List<Charset> sets = List.of(
                StandardCharsets.UTF_8,
                Charset.forName("GB18030"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE);
        int n = 0;
        for (Charset set : sets)
            for (String mark : List.of("", "\uFEFF"))
                for (String end : List.of("\n", "\r\n")) {
                    if (!mark.isEmpty() && set.equals(Charset.forName("GB18030"))) continue;
                    String text = mark
                            + (post("s" + n, "2026-09-30 09:05") + post("t" + n, "2026-09-30 09:05"))
                                    .replace("\n", end);
                    assertThat(load("s" + n + ".jsonl", text.getBytes(set)))
                            .as(set + end + mark.length())
                            .isEqualTo(new ImportAppeals.Result(2, 0, 0));
                    n++;
                }
        String array = "[\n" + post("a1", "2026-09-30 09:05").strip() + ",\n" + post("a2", "2026-09-30 09:05") + "]\n";
        assertThat(load("array.jsonl", array.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ImportAppeals.Result(2, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030"})
    void one_bad_byte_costs_one_line(Charset set) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            byte[] line = post("bad-" + set + i, "2026-09-30 09:05").getBytes(set);
            if (i == 2) line[line.length - 30] = (byte) 0xFF;
            file.write(line);
        }
        assertThat(load("bad.jsonl", file.toByteArray())).isEqualTo(new ImportAppeals.Result(4, 0, 1));
        assertThat(Files.readString(folder.resolve("bad.rejects.jsonl"))).contains("\"at\":3", "bad-" + set + "2");
    }

    @Test
    void rejects_are_mended_and_go_in_again() throws IOException {
        String text = post("m1", "昨天") + "{\"id\": \"m2\"\n" + post("m3", "2026-09-30 09:05");
        assertThat(load("m.jsonl", text.getBytes(StandardCharsets.UTF_8))).isEqualTo(new ImportAppeals.Result(1, 0, 2));
        Path rejects = folder.resolve("m.rejects.jsonl");
        String said = Files.readString(rejects);
        assertThat(said.lines().findFirst().orElseThrow()).contains("createdAt: ", "\"line\":{\"id\":\"m1\"");
        Files.writeString(rejects, said.replace("昨天", "2026-09-29T08:00"));
        assertThat(load("m.jsonl", text.getBytes(StandardCharsets.UTF_8)))
                .as("the file goes in again")
                .isEqualTo(new ImportAppeals.Result(0, 1, 2));
        assertThat(Files.readString(rejects))
                .as("what was mended is not written over")
                .contains("2026-09-29T08:00");
        assertThat(imports.load(rejects)).isEqualTo(new ImportAppeals.Result(1, 0, 1));
        assertThat(Files.readString(folder.resolve("m.rejects.rejects.jsonl"))).contains("m2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T10:00",
        "2026/9/30 9:05",
        "2026-09-30 10:00:05",
        "2026-09-30T09:05:00+08:00",
        "2026-09-30T01:05:00Z"
    })
    void times_are_taken_as_the_message_advises_and_as_programs_write_them(String time) throws IOException {
        assertThat(load("time.jsonl", post(time, time).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ImportAppeals.Result(1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "B16-a-bom.jsonl,2,0,0",
        "B16-b-gbk.jsonl,2,0,0",
        "B16-c-one-bad-byte.jsonl,99,0,1",
        "B16-def.jsonl,6,1,1",
        "B16-h-time-as-advised.jsonl,2,0,0"
    })
    void the_cases_that_people_met_are_taken(String name, int taken, int known, int rejected) throws IOException {
        Path met = Path.of("../shared/cases", name);
        Assumptions.assumeTrue(Files.isReadable(met), "the cases are not beside this checkout: " + met);
        assertThat(load(name, Files.readAllBytes(met))).isEqualTo(new ImportAppeals.Result(taken, known, rejected));
    }
}
