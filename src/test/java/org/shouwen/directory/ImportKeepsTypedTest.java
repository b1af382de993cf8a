package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.directory.DirectoryImport.Difference;
import org.shouwen.directory.DirectoryImport.Report;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 4: what a person typed stands against a table, is reported beside it, and is changed when that is asked for. */
@ShouwenTest
class ImportKeepsTypedTest {
    private static final Actor CLERK = new Actor(UUID.fromString("00000000-0000-4000-8000-0000000000b4"), "录入员", null);
    private static final String HEAD = "code,name,kind,head,leader_in_charge,desk,phone,parent\n";

    @LocalServerPort
    int port;

    @Autowired
    DirectoryImport imports;

    @Autowired
    Directory directory;

    @Autowired
    Units units;

    private Report take(String what, String text, ImportWish wish, Actor by) {
        return imports.take(what, text.getBytes(StandardCharsets.UTF_8), wish, by);
    }

    private Unit unit(String code) {
        return directory.unit(new UnitId(code)).orElseThrow();
    }

    private void types(String code, String head, String phone) {
        Unit u = unit(code);
        units.change(
                new Unit(
                        u.id(),
                        u.name(),
                        u.kind(),
                        head,
                        u.leaderInCharge(),
                        u.desk(),
                        phone,
                        true,
                        u.parent(),
                        u.version()),
                CLERK);
    }

    @Test
    void a_telephone_that_a_person_typed_stands_and_the_rest_of_the_row_is_taken() {
        String old = HEAD + "typed-a,试办一局,BUREAU,甲,乙,受理处,0415-0000009,\n";
        take("units", old, ImportWish.TAKE, CLERK);
        types("typed-a", "甲", "0415-0000123");
        Report report = take("units", old.replace("甲", "丙"), ImportWish.TAKE, CLERK);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.changes().getFirst().differences()).containsExactly(new Difference("head", "甲", "丙"));
        assertThat(report.kept()).hasSize(1);
        assertThat(report.kept().getFirst().differences())
                .containsExactly(new Difference("phone", "0415-0000123", "0415-0000009"));
        assertThat(unit("typed-a").phone()).isEqualTo("0415-0000123");
        assertThat(unit("typed-a").head()).isEqualTo("丙");
    }

    @Test
    void what_an_import_wrote_a_later_import_changes_also_when_one_person_loads_both() {
        take("units", HEAD + "typed-b,试办二局,BUREAU,甲,乙,受理处,0415-0000001,\n", ImportWish.TAKE, CLERK);
        Report next = take("units", "code,phone\ntyped-b,0415-0000002\n", ImportWish.TAKE, CLERK);
        assertThat(next.kept()).isEmpty();
        assertThat(unit("typed-b").phone()).isEqualTo("0415-0000002");
    }

    @Test
    void the_table_is_taken_where_that_is_asked_for_and_is_an_imports_value_from_then_on() {
        take("units", HEAD + "typed-c,试办三局,BUREAU,甲,乙,受理处,0415-0000001,\n", ImportWish.TAKE, CLERK);
        types("typed-c", "丁", "0415-0000123");
        String table = "code,head,phone\ntyped-c,戊,0415-0000002\n";
        Report dry = take("units", table, ImportWish.DRY_RUN, CLERK);
        assertThat(dry.changed()).isZero();
        assertThat(dry.kept().getFirst().differences()).hasSize(2);
        take("units", table, new ImportWish(false, true), CLERK);
        assertThat(unit("typed-c").phone()).isEqualTo("0415-0000002");
        assertThat(unit("typed-c").head()).isEqualTo("戊");
        take("units", "code,phone\ntyped-c,0415-0000003\n", ImportWish.TAKE, CLERK);
        assertThat(unit("typed-c").phone()).isEqualTo("0415-0000003");
    }

    @Test
    void an_empty_cell_does_not_empty_what_a_person_typed() {
        take("units", HEAD + "typed-d,试办四局,BUREAU,甲,乙,受理处,,\n", ImportWish.TAKE, CLERK);
        types("typed-d", "甲", "0415-0000123");
        take("units", HEAD + "typed-d,试办四局,BUREAU,甲,乙,受理处,,\n", ImportWish.TAKE, CLERK);
        assertThat(unit("typed-d").phone()).isEqualTo("0415-0000123");
    }

    @Test
    void an_officers_telephone_and_post_stand_as_well() {
        String table = "unit,section,name,post,phone\nheating,试验科,韩示甲,科员,0415-0000001\n";
        take("officers", table, ImportWish.TAKE, CLERK);
        Officer o = directory.officers(new UnitId("heating")).stream()
                .filter(p -> p.name().equals("韩示甲"))
                .findFirst()
                .orElseThrow();
        units.putOfficer(new Officer(o.id(), o.unit(), o.section(), o.name(), o.post(), "0415-0000456", true), CLERK);
        Report report = take("officers", table.replace("科员", "科长"), ImportWish.TAKE, CLERK);
        assertThat(report.kept().getFirst().differences())
                .containsExactly(new Difference("phone", "0415-0000456", "0415-0000001"));
        Officer now = directory.officer(o.id()).orElseThrow();
        assertThat(now.phone()).isEqualTo("0415-0000456");
        assertThat(now.post()).isEqualTo("科长");
    }

    @Test
    void the_page_says_what_was_kept_and_takes_the_table_when_the_box_is_ticked() throws Exception {
        String table = HEAD + "typed-e,试办五局,BUREAU,甲,乙,受理处,0415-0000009,\n";
        take("units", table, ImportWish.TAKE, CLERK);
        types("typed-e", "甲", "0415-0000123");
        ScreenClient admin = ScreenClient.as(port, "admin");
        byte[] file = table.getBytes(StandardCharsets.UTF_8);
        String kept = admin.upload("/admin/units/imports", Map.of("what", "units"), "file", "units.csv", file)
                .body();
        assertThat(kept).contains("保留“0415-0000123”，表中是“0415-0000009”", "有 1 行与人工填写的不同");
        assertThat(unit("typed-e").phone()).isEqualTo("0415-0000123");
        admin.upload("/admin/units/imports", Map.of("what", "units", "overTyped", "true"), "file", "units.csv", file);
        assertThat(unit("typed-e").phone()).isEqualTo("0415-0000009");
    }
}
