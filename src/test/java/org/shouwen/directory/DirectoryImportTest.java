package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 4 (A4): the registry of units, from the tables that offices keep. */
@ShouwenTest
class DirectoryImportTest {
    private static final String HEAD = "code,name,kind,head,leader_in_charge,desk,phone\n";

    @Autowired
    DirectoryImport imports;

    @Autowired
    Directory directory;

    @Test
    void good_rows_are_taken_bad_ones_come_back_with_the_reason_and_a_second_run_changes_nothing() {
        String csv = HEAD + "new-bureau,新局,BUREAU,甲,乙,办公室,\n"
                + "Bad Code,坏局,BUREAU,甲,乙,办公室,\n"
                + "no-head,无首长,BUREAU,,乙,办公室,\n"
                + "odd-kind,怪局,CASTLE,甲,乙,办公室,\n";
        DirectoryImport.Report first = imports.units(csv.getBytes(StandardCharsets.UTF_8), Actor.SYSTEM);
        assertThat(first.added()).isEqualTo(1);
        assertThat(first.refused()).extracting(DirectoryImport.RefusedRow::line).containsExactly(3, 4, 5);
        assertThat(first.refused()).extracting(r -> r.problem().field()).containsExactly("code", "head", "kind");
        DirectoryImport.Report again = imports.units(csv.getBytes(StandardCharsets.UTF_8), Actor.SYSTEM);
        assertThat(again.added() + again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(imports.units(
                                (HEAD + "new-bureau,新局,BUREAU,丙,乙,办公室,\n").getBytes(Charset.forName("GB18030")),
                                Actor.SYSTEM)
                        .changed())
                .isEqualTo(1);
        assertThat(directory.unit(new UnitId("new-bureau")).orElseThrow().head())
                .isEqualTo("丙");
    }

    @Test
    void duties_come_from_a_workbook_too_and_feed_the_suggestion() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("duties");
            String[][] rows = {
                {"matter_class", "place", "unit"}, {"heat-cold", "210603002", "housing"}, {"no-such", "", "housing"}
            };
            for (int r = 0; r < rows.length; r++) for (int c = 0; c < 3; c++) sheet.value(r, c, rows[r][c]);
        }
        DirectoryImport.Report report = imports.duties(out.toByteArray(), Actor.SYSTEM);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.refused()).hasSize(1);
        assertThat(directory.suggest("heat-cold", "210603002"))
                .extracting(DutySuggestion::unit)
                .startsWith(new UnitId("housing"), new UnitId("heating"));
        assertThat(directory.suggest("heat-cold", "210603003").getFirst().unit())
                .isEqualTo(new UnitId("heating"));
    }

    @Test
    void what_is_no_table_is_refused_as_a_whole() {
        assertThatThrownBy(() -> imports.units(new byte[] {'P', 'K', 3, 4, 0}, Actor.SYSTEM))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> imports.units(new byte[0], Actor.SYSTEM)).isInstanceOf(BadInput.class);
    }
}
