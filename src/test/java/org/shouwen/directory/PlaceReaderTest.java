package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.directory.DirectoryImport.Report;
import org.shouwen.directory.PlaceReader.PlaceRead;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody writes as a place: the one that has the name is taken, several are offered, none is said. */
@ShouwenTest
class PlaceReaderTest {
    @Autowired
    PlaceReader reader;

    @Autowired
    Landmarks landmarks;

    @Autowired
    Directory directory;

    @Autowired
    DirectoryImport imports;

    @BeforeEach
    void a_list_of_the_city() {
        Report report = take("""
                类别,名称,别名,所在地
                小区,示例花园,花园小区、示例一期,振兴区
                地标,示例第一医院,一医院,元宝区
                街路,江滨大街,,振兴区
                小区,和平小区,,振兴区
                小区,和平小区,,元宝区
                """);
        assertThat(report.refused()).isEmpty();
    }

    private Report take(String table) {
        return imports.take("landmarks", table.getBytes(StandardCharsets.UTF_8), ImportWish.TAKE, Actor.SYSTEM);
    }

    @Test
    void a_name_that_one_place_has_is_that_place() {
        Place county = directory.placesUnder(null).getFirst();
        assertThat(read(county.name())).isEqualTo(county);
        assertThat(read(county.code())).isEqualTo(county);
        assertThat(read("振兴")).isEqualTo(directory.place("210603").orElseThrow());
        for (Place town : directory.placesUnder("210603")) {
            assertThat(read(town.fullName())).isEqualTo(town);
            assertThat(read(town.fullName().replace(" ", ""))).isEqualTo(town);
            String name = town.name().replaceAll("(街道|镇|乡)$", "");
            PlaceRead shortly = reader.read(name);
            assertThat(shortly.place() != null || !shortly.several().isEmpty())
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void streets_compounds_and_landmarks_are_found_by_name_and_alias() {
        PlaceRead hospital = reader.read("一医院");
        assertThat(hospital.place()).isEqualTo(directory.place("210602").orElseThrow());
        assertThat(hospital.by()).isNotNull().extracting(Landmark::name).isEqualTo("示例第一医院");
        assertThat(read("江滨大街")).isEqualTo(directory.place("210603").orElseThrow());
        assertThat(reader.offers("示例", 12)).contains("振兴区 示例花园", "元宝区 示例第一医院");
        assertThat(reader.read("振兴区 示例花园").place())
                .as("what was offered is read back")
                .isEqualTo(directory.place("210603").orElseThrow());
    }

    @Test
    void several_of_one_name_are_offered_and_an_unknown_one_is_said() {
        PlaceRead two = reader.read("和平小区");
        assertThat(two.place()).isNull();
        assertThat(two.unknown()).isFalse();
        assertThat(two.several()).containsExactlyInAnyOrder("振兴区 和平小区", "元宝区 和平小区");
        assertThat(reader.read("没有这样的地方").unknown()).isTrue();
        assertThat(reader.read("").unknown()).isTrue();
    }

    @Test
    void a_second_import_changes_nothing_and_a_column_that_is_missing_leaves_what_is_there() {
        Report again = take("类别,名称,别名,所在地\n小区,示例花园,花园小区、示例一期,振兴区\n");
        assertThat(again.unchanged()).isEqualTo(1);
        Report without = take("类别,名称,所在地\n小区,示例花园,振兴区\n");
        assertThat(without.unchanged()).isEqualTo(1);
        assertThat(reader.read("花园小区").place()).isNotNull();
        assertThat(take("类别,名称,所在地\n山,大孤山,振兴区\n小区,无处,没有区\n").refused()).hasSize(2);
    }

    private Place read(String typed) {
        return Objects.requireNonNull(reader.read(typed).place(), typed);
    }

    @Test
    void a_location_that_begins_with_a_place_names_it() {
        assertThat(reader.nameOf(null, "振兴区 花园小区12号楼")).isEqualTo("振兴区");
        assertThat(reader.nameOf(null, "振兴路5号")).isEmpty();
        assertThat(reader.nameOf("210602", "振兴区花园小区")).isEqualTo("元宝区");
    }
}
