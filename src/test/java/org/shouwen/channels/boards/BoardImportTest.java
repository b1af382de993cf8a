package org.shouwen.channels.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.problems.BadInput;

/** Tables of 人民网 and 互联网+督查 come in by a mapping that is data (Art. 2). */
@ShouwenTest
class BoardImportTest extends BoardCity {
    @Test
    void xls_xlsx_and_csv_come_in_with_a_title_above_and_columns_in_any_order() throws Exception {
        List<String> moved = new ArrayList<>(BoardTables.NATIONAL);
        Collections.reverse(moved);
        List<String> turned = new ArrayList<>(BoardTables.row(3, "楼道灯坏了"));
        Collections.reverse(turned);
        String title = "国务院“互联网+督查”平台转办件（丹东）";
        List<Path> files = List.of(
                file(
                        "a.xls",
                        BoardTables.book(true, title, BoardTables.NATIONAL, List.of(BoardTables.row(1, "暖气三天不热")))),
                file(
                        "b.xlsx",
                        BoardTables.book(false, title, BoardTables.NATIONAL, List.of(BoardTables.row(2, "路面有坑\n请修")))),
                file("c.csv", BoardTables.csv(Charset.forName("GB18030"), moved, List.of(turned))),
                file(
                        "d.csv",
                        BoardTables.csv(
                                StandardCharsets.UTF_8,
                                BoardTables.NATIONAL,
                                List.of(BoardTables.row(4, "甲\n乙，\"丙\"")))));
        for (Path f : files) {
            BoardImport.Result r = load(f, false);
            assertThat(r.taken()).as(f + " " + r).isEqualTo(1);
            assertThat(r.unknown()).isEmpty();
        }
        var a = appeals.get(number("GWY202600003"));
        assertThat(a.words().content()).isEqualTo("楼道灯坏了");
        assertThat(a.channel()).isEqualTo(CODE);
        assertThat(a.words().kind()).isEqualTo("livelihood");
        assertThat(a.words().location()).isEqualTo("丹东市振兴区");
        String words = a.words().toString();
        assertThat(words)
                .as("who it is lies in the vault and nowhere else")
                .doesNotContain("何其正", "13800008888", "210603198001011234", "锦山大街", "203.0.113.7");
        assertThat(jdbc.sql(
                                "select phone is not null and address is not null and channel_account is not null and ip is not null"
                                        + " from citizens.appellant where id = :id")
                        .param("id", a.appellant())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_value_without_a_mapping_refuses_the_file_before_anything_has_changed() throws Exception {
        List<String> odd = new ArrayList<>(BoardTables.row(12, "还是不热"));
        odd.set(9, "涉法涉诉");
        Path f = file(
                "odd.xlsx", BoardTables.book(false, "", BoardTables.NATIONAL, List.of(BoardTables.row(11, "不热"), odd)));
        BoardImport.Result r = load(f, false);
        assertThat(r.unmapped()).containsEntry("涉法涉诉", 1);
        assertThat(r.taken()).isZero();
        assertThat(jdbc.sql("select count(*) from boards.post where source_id = 'GWY202600011'")
                        .query(Integer.class)
                        .single())
                .isZero();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(command.run(List.of(CODE, f.toString()), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("什么也没有导入", "涉法涉诉");
        Files.createDirectories(folder.resolve("boards"));
        Files.writeString(
                folder.resolve("boards/state-council.yaml"),
                new String(
                                BoardSource.class
                                        .getResourceAsStream("/boards/state-council.yaml")
                                        .readAllBytes(),
                                StandardCharsets.UTF_8)
                        .replace("投诉: livelihood", "投诉: livelihood, 涉法涉诉: livelihood"));
        source = BoardSource.of(CODE, folder).orElseThrow();
        assertThat(load(f, false).taken()).as("the city's own mapping").isEqualTo(2);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() throws Exception {
        Path f = file(
                "dry.csv",
                BoardTables.csv(
                        StandardCharsets.UTF_8,
                        BoardTables.NATIONAL,
                        List.of(BoardTables.row(21, "不热"), BoardTables.row(22, ""))));
        BoardImport.Result dry = load(f, true);
        assertThat(dry.taken()).isEqualTo(1);
        assertThat(dry.rejected()).isEqualTo(1);
        assertThat(dry.said()).singleElement().asString().contains("第 3 行", "留言正文：请填写");
        assertThat(jdbc.sql("select count(*) from boards.post where source_id = 'GWY202600021'")
                        .query(Integer.class)
                        .single())
                .isZero();
        try (var files = Files.list(folder)) {
            assertThat(files.filter(p -> p.toString().contains("rejects"))).isEmpty();
        }
    }

    @Test
    void two_files_of_a_day_take_each_number_once_and_tell_of_other_words() throws Exception {
        Path morning = file(
                "m.csv",
                BoardTables.csv(
                        StandardCharsets.UTF_8,
                        BoardTables.NATIONAL,
                        List.of(BoardTables.row(31, "不热"), BoardTables.row(32, "漏水"))));
        Path evening = file(
                "e.csv",
                BoardTables.csv(
                        StandardCharsets.UTF_8,
                        BoardTables.NATIONAL,
                        List.of(
                                BoardTables.row(31, "不热"),
                                BoardTables.row(32, "漏水，已两天"),
                                BoardTables.row(33, "停水"),
                                BoardTables.row(33, "停水"))));
        assertThat(load(morning, false).taken()).isEqualTo(2);
        BoardImport.Result again = load(evening, false);
        assertThat(again.taken()).isEqualTo(1);
        assertThat(again.known()).isEqualTo(3);
        assertThat(again.changed()).containsExactly("GWY202600032");
        assertThat(load(evening, false).taken()).isZero();
    }

    @Test
    void what_can_not_be_read_lies_beside_with_its_reason_and_goes_in_when_it_was_mended() throws Exception {
        List<String> late = new ArrayList<>(BoardTables.row(41, "不热"));
        late.set(4, "昨天");
        Path f = file(
                "r.csv",
                BoardTables.csv(
                        StandardCharsets.UTF_8, BoardTables.NATIONAL, List.of(late, BoardTables.row(42, "漏水"))));
        BoardImport.Result r = load(f, false);
        assertThat(r.taken()).isEqualTo(1);
        assertThat(r.rejected()).isEqualTo(1);
        Path rejects = java.util.Objects.requireNonNull(r.rejects());
        String text = Files.readString(rejects);
        assertThat(text).contains("行,原因,办件编号,留言时间", "留言时间：时间", "GWY202600041");
        Files.writeString(rejects, text.replace("昨天", "2026-09-29 08:00"));
        assertThat(load(rejects, false).taken()).isEqualTo(1);
        assertThat(load(rejects, false).unknown())
                .as("what we wrote ourselves is known")
                .isEmpty();
    }

    @Test
    void no_table_of_this_source_is_refused_with_what_is_missing() throws Exception {
        Path other = file("o.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> load(other, false)).isInstanceOf(BadInput.class);
        Path xml = file(
                "x.xls",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> load(xml, false)).isInstanceOf(BadInput.class);
        assertThat(command.run(List.of("nowhere", other.toString()), new PrintStream(PrintStream.nullOutputStream())))
                .isEqualTo(2);
    }
}
