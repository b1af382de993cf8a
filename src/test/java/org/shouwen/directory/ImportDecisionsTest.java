package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ShouwenTest;
import org.shouwen.cli.CliCommand;
import org.shouwen.directory.DirectoryImport.Difference;
import org.shouwen.directory.DirectoryImport.RefusedRow;
import org.shouwen.directory.DirectoryImport.Report;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Spellings;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 4: an import leaves what its table does not speak of, and never undoes what a person decided. */
@ShouwenTest
class ImportDecisionsTest {
    private static final UnitId HEATING = new UnitId("heating");
    private static final String UNITS = "code,name,kind,head,leader_in_charge,desk,phone,parent\n";

    @Autowired
    DirectoryImport imports;

    @Autowired
    Directory directory;

    @Autowired
    Units units;

    @Autowired
    List<CliCommand> commands;

    private Report take(String what, String text) {
        return imports.take(what, text.getBytes(StandardCharsets.UTF_8), ImportWish.TAKE, Actor.SYSTEM);
    }

    private Report dry(String what, String text) {
        return imports.take(what, text.getBytes(StandardCharsets.UTF_8), ImportWish.DRY_RUN, Actor.SYSTEM);
    }

    private static List<String> reasons(Report report) {
        return report.refused().stream().map(r -> r.problem().key()).toList();
    }

    private Unit unit(String code) {
        return directory.unit(new UnitId(code)).orElseThrow();
    }

    private Officer officer(String name) {
        List<Officer> found = directory.officers(HEATING).stream()
                .filter(o -> o.name().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static Officer leaving(Officer o) {
        return new Officer(o.id(), o.unit(), o.section(), o.name(), o.post(), o.phone(), false);
    }

    @Test
    void a_column_that_is_missing_leaves_what_is_there_and_one_alone_can_be_corrected() {
        take("units", UNITS + "b03-a,试办甲局,BUREAU,甲,乙,受理处,0415-0000001,housing\n");
        Unit before = unit("b03-a");
        Report same = take("units", "code,name,kind,head,leader_in_charge,desk\nb03-a,试办甲局,BUREAU,甲,乙,受理处\n");
        assertThat(same.unchanged()).isEqualTo(1);
        assertThat(unit("b03-a")).isEqualTo(before);
        Report one = take("units", "代码,电话\nb03-a,0415-0000777\n");
        assertThat(one.changes().getFirst().differences())
                .containsExactly(new Difference("phone", "0415-0000001", "0415-0000777"));
        assertThat(unit("b03-a").parent()).isEqualTo(new UnitId("housing"));
        Report misspelt =
                take("units", UNITS.replace("phone", "telephone") + "b03-a,试办甲局,BUREAU,丙,乙,受理处,0415-1,housing\n");
        assertThat(misspelt.unknown()).containsExactly("telephone");
        assertThat(unit("b03-a").phone()).isEqualTo("0415-0000777");
        assertThat(unit("b03-a").head()).isEqualTo("丙");
        Report emptied = take("units", "code,phone,parent\nb03-a,,\n");
        assertThat(emptied.changes().getFirst().differences())
                .containsExactly(new Difference("phone", "0415-0000777", ""), new Difference("parent", "housing", ""));
        assertThat(reasons(take("units", "code,head\nb03-a,\n"))).containsExactly("problems.field.missing");
        take("officers", "unit,section,name,post,phone\nheating,试验科,钱示甲,科长,0415-1\n");
        take("officers", "单位,姓名,电话\n丹东市热力集团,钱示甲,0415-2\n");
        assertThat(officer("钱示甲")).satisfies(o -> {
            assertThat(o.post()).isEqualTo("科长");
            assertThat(o.phone()).isEqualTo("0415-2");
            assertThat(o.section()).isNotNull();
        });
    }

    @Test
    void a_dry_run_says_before_and_after_and_changes_nothing() {
        String file = UNITS
                + "dry-a,试办乙局,BUREAU,甲,乙,受理处,,\n"
                + "dry-b,试办丙局,BUREAU,甲,乙,受理处,,dry-a\n"
                + "dry-c,试办乙局,BUREAU,甲,乙,受理处,,\n"
                + "heating,丹东市热力集团,UTILITY,新人,陈示丁,客户服务中心,,\n";
        Report would = dry("units", file);
        assertThat(would.dryRun()).isTrue();
        assertThat(directory.unit(new UnitId("dry-a"))).isEmpty();
        assertThat(unit("heating").head()).isNotEqualTo("新人");
        Report did = take("units", file);
        assertThat(did.changes()).isEqualTo(would.changes());
        assertThat(did.refused()).isEqualTo(would.refused());
        assertThat(did.refused()).extracting(RefusedRow::line).containsExactly(4);
        assertThat(did.changes().getLast().differences())
                .anyMatch(d -> d.column().equals("head") && d.after().equals("新人"));
        assertThat(dry("units", file).changes()).isEmpty();
    }

    @Test
    void who_has_left_does_not_come_back_as_a_new_person() {
        take("officers", "unit,section,name,post,phone\nheating,收费部,孙示甲,承办人,0415-1\n");
        units.putOfficer(leaving(officer("孙示甲")), Actor.SYSTEM);
        for (String row : List.of("heating,收费部,孙示甲,承办人,0415-1", "heating,抢修部,孙示甲,主任,0415-9")) {
            Report report = take("officers", "unit,section,name,post,phone\n" + row + "\n");
            assertThat(reasons(report)).containsExactly("directory.import.held.left");
        }
        assertThat(directory.officers(HEATING)).noneMatch(o -> o.name().equals("孙示甲"));
    }

    @Test
    void who_moved_is_one_person_and_is_not_moved_back() {
        take("officers", "unit,section,name,post,phone\nheating,甲部,李示甲,承办人,0415-1\n");
        UUID id = officer("李示甲").id();
        Report moved = take("officers", "unit,section,name,post,phone\nheating,乙部,李示甲,承办人,0415-3\n");
        assertThat(moved.changed()).isEqualTo(1);
        assertThat(officer("李示甲").id()).isEqualTo(id);
        Report old = take("officers", "unit,section,name,post,phone\nheating,甲部,李示甲,承办人,0415-1\n");
        assertThat(reasons(old)).containsExactly("directory.import.held.moved");
        assertThat(officer("李示甲").phone()).isEqualTo("0415-3");
    }

    @Test
    void two_persons_of_one_name_are_two_when_the_table_says_so() {
        Report report =
                take("officers", "unit,section,name,post,phone\nheating,甲部,周示甲,承办人,0415-1\nheating,丙部,周示甲,主任,0415-2\n");
        assertThat(report.added()).isEqualTo(2);
        assertThat(take("officers", "unit,name,post\nheating,周示甲,x\n").refused())
                .hasSize(1);
        assertThat(take("officers", "unit,name,phone,post\nheating,周示甲,0415-2,副主任\n")
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void a_new_name_of_a_person_or_a_section_is_known_by_the_old_one() {
        take("officers", "unit,section,name,post,phone\nheating,丁部,吴示甲,承办人,0415-1\n");
        Officer o = officer("吴示甲");
        units.putOfficer(new Officer(o.id(), o.unit(), o.section(), "吴示乙", o.post(), o.phone(), true), Actor.SYSTEM);
        units.putSection(HEATING, java.util.Objects.requireNonNull(o.section()), "丁中心", Actor.SYSTEM);
        assertThat(reasons(take("officers", "unit,section,name\nheating,丁部,吴示甲\n")))
                .containsExactly("directory.import.held.renamed");
        assertThat(take("officers", "unit,section,name\nheating,丁部,吴示乙\n").unchanged())
                .isEqualTo(1);
        assertThat(directory.sections(HEATING)).noneMatch(s -> s.name().equals("丁部"));
        Section gone = units.addSection(HEATING, "戊部", Actor.SYSTEM);
        units.removeSection(HEATING, gone.id(), Actor.SYSTEM);
        assertThat(reasons(take("officers", "unit,section,name\nheating,戊部,吴示乙\n")))
                .containsExactly("directory.import.held.section");
    }

    @Test
    void a_duty_that_was_removed_or_ruled_over_is_reported_and_not_restored() {
        DutyEntry removed = new DutyEntry("heat-leak", null, HEATING);
        assertThat(units.removeDuty(removed, Actor.SYSTEM)).isTrue();
        assertThat(reasons(take("duties", "matter_class,place,unit\nheat-leak,,heating\n")))
                .containsExactly("directory.import.held.removed");
        units.rule(new DutyEntry("heat-cold", null, new UnitId("housing")), "确责〔2026〕1号", Actor.SYSTEM);
        for (String who : List.of("heating", "water-affairs")) {
            Report report = take("duties", "matter_class,place,unit\nheat-cold,," + who + "\n");
            assertThat(reasons(report)).containsExactly("directory.import.held.ruled");
        }
        assertThat(directory.duties()).doesNotContain(removed, new DutyEntry("heat-cold", null, HEATING));
        units.addDuty(removed, Actor.SYSTEM);
        assertThat(take("duties", "matter_class,place,unit\nheat-leak,,heating\n")
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void a_closed_unit_stays_closed_and_as_it_is() {
        take("units", UNITS + "zz1,试办一局,BUREAU,甲,乙,受理处,0415-0000001,\n");
        Unit u = unit("zz1");
        units.change(
                new Unit(
                        u.id(),
                        u.name(),
                        u.kind(),
                        u.head(),
                        u.leaderInCharge(),
                        u.desk(),
                        u.phone(),
                        false,
                        u.version()),
                Actor.SYSTEM);
        Report report = take("units", UNITS + "zz1,试办一局,BUREAU,甲,乙,受理处,0415-0000009,\n");
        assertThat(reasons(report)).containsExactly("directory.import.held.closed");
        assertThat(unit("zz1").active()).isFalse();
        assertThat(unit("zz1").phone()).isEqualTo("0415-0000001");
        assertThat(reasons(take("duties", "matter_class,place,unit\nheat-stop,,zz1\n")))
                .containsExactly("directory.import.held.closed");
        assertThat(reasons(take("officers", "unit,name\nzz1,郑示甲\n"))).containsExactly("directory.import.held.closed");
    }

    @Test
    void duties_are_read_by_names_as_well_as_codes_in_every_spelling() throws IOException {
        for (var spelling : Spellings.of(List.of(
                        List.of("事项类别", "区县", "单位"),
                        List.of("室内温度不达标", "振兴区", "丹东市热力集团"),
                        List.of("heat-stop", 210603, "heating")))
                .entrySet()) {
            Report report = imports.take("duties", spelling.getValue(), ImportWish.DRY_RUN, Actor.SYSTEM);
            assertThat(report.refused()).as(spelling.getKey()).isEmpty();
            assertThat(report.changes())
                    .as(spelling.getKey())
                    .extracting(DirectoryImport.RowChange::what)
                    .allMatch(w -> w.contains("振兴区") && w.contains("丹东市热力集团"));
        }
    }

    @Test
    void a_wrong_heading_is_one_fault() {
        for (String file : List.of(
                "matterclass,place,unit\nheat-cold,,heating\nheat-leak,,heating\nheat-stop,,heating\n",
                "matter_class,unit\nheat-cold,heating\n"))
            assertThatThrownBy(() -> take("duties", file))
                    .isInstanceOfSatisfying(
                            BadInput.class, e -> assertThat(e.fields()).hasSize(1));
    }

    @Test
    void the_cases_that_people_met_are_told_where_they_stand() throws IOException {
        Path cases = Path.of("../shared/cases");
        Assumptions.assumeTrue(Files.isDirectory(cases), "the cases are not beside this checkout: " + cases);
        assertThat(lines(cases, "B02-a-empty-lines.csv")).containsExactly(5);
        assertThat(lines(cases, "B02-b-break-in-quotes.csv")).containsExactly(4);
        assertThat(lines(cases, "B02-c-empty-rows.xlsx")).containsExactly(5);
        assertThat(lines(cases, "B02-d-title-row.xlsx")).isEmpty();
    }

    private List<Integer> lines(Path cases, String name) throws IOException {
        return imports
                .take("units", Files.readAllBytes(cases.resolve(name)), ImportWish.DRY_RUN, Actor.SYSTEM)
                .refused()
                .stream()
                .map(RefusedRow::line)
                .toList();
    }

    @Test
    void the_command_names_unknown_headings_first_and_never_dies(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("officers.csv");
        Files.write(file, "单位,姓名,电话啊\nheating,冯示甲,1\n".getBytes(Spellings.GB18030));
        assertThat(run("import officers", file.toString(), "--dry-run"))
                .startsWith("0\n不认识的列")
                .contains("电话啊", "冯示甲", "试运行");
        assertThat(directory.officers(HEATING)).noneMatch(o -> o.name().equals("冯示甲"));
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0});
        assertThat(run("import officers", file.toString())).startsWith("1\n");
        assertThat(run("import officers", folder.toString())).startsWith("1\n");
        assertThat(run("import calendar", folder.toString(), "--dry-run")).startsWith("1\n");
        for (String what : List.of("import units", "import appeals"))
            assertThat(run(what, "no-such-file.csv")).startsWith("1\n").contains("no-such-file.csv");
        assertThat(run("import appeals", folder.toString())).startsWith("1\n");
        assertThat(run("import units", "--no-such")).startsWith("2\n");
    }

    private String run(String name, String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = commands.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return status + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
