package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.springframework.beans.factory.annotation.Autowired;

/** What a city is divided into and what appeals are about come from the tables that offices keep. */
@ShouwenTest
class CityListsImportTest {
    @Autowired
    DirectoryImport imports;

    @Autowired
    Directory directory;

    @Autowired
    History history;

    private DirectoryImport.Report take(String what, String table, boolean dryRun) {
        return imports.take(what, table.getBytes(StandardCharsets.UTF_8), new ImportWish(dryRun, false), Actor.SYSTEM);
    }

    @Test
    void codes_of_the_statistics_office_say_level_and_parent_in_whatever_order_they_stand() {
        String table = """
                统计用区划代码,名称
                999902001003,石桥社区
                999902001000,石桥街道
                999902000000,海岚区
                999900000000,青屿市
                """;
        assertThat(take("places", table, true).added()).isEqualTo(4);
        assertThat(directory.place("999902")).isEmpty();
        assertThat(take("places", table, false).refused()).isEmpty();
        Place village = directory.place("999902001003").orElseThrow();
        assertThat(village.level()).isEqualTo(Place.Level.VILLAGE);
        assertThat(village.fullName()).isEqualTo("海岚区 石桥街道 石桥社区");
        assertThat(directory.placesUnder(null)).extracting(Place::name).contains("海岚区");
        assertThat(take("places", table, false).unchanged()).isEqualTo(4);
        assertThat(history.of(Subject.of("place", "999902001003")))
                .extracting(Recorded::type)
                .containsExactly("PlacePut");
    }

    @Test
    void a_city_without_districts_is_divided_into_its_towns() {
        take("places", "代码,名称,级别,上级\nlw,流湾市,市,\nlw-east,东湾镇,镇,流湾市\nlw-2,东湾二村,村,东湾镇\n", false);
        assertThat(directory.placesUnder(null))
                .extracting(Place::name)
                .contains("东湾镇")
                .doesNotContain("流湾市", "东湾二村");
    }

    @Test
    void bad_places_come_back_with_their_row_and_column_and_the_good_are_taken() {
        DirectoryImport.Report r = take(
                "places",
                "代码,名称,级别,上级\nb-1,没有级别,,\nb-2,怪级别,城堡,\nb-3,无上级,村,不存在\nb-4,,镇,\nb-5,好镇,镇,\nb-6,高于上级,区,b-5\nb 7,坏代码,镇,\n",
                false);
        assertThat(r.added()).isEqualTo(1);
        assertThat(r.refused())
                .extracting(x -> x.line() + " " + x.problem().field())
                .containsExactly("2 level", "3 level", "4 parent", "5 name", "7 parent", "8 code");
    }

    @Test
    void a_column_that_is_missing_leaves_what_is_there() {
        take("places", "code,name\n210602,元宝新区\n", false);
        Place county = directory.place("210602").orElseThrow();
        assertThat(county.name()).isEqualTo("元宝新区");
        assertThat(county.parent()).isEqualTo("210600");
        DirectoryImport.Report r = take("classes", "代码,名称\nheat-cold,屋里不热\n", false);
        assertThat(r.changes().getFirst().differences())
                .containsExactly(new DirectoryImport.Difference("name", "室内温度不达标", "屋里不热"));
        MatterClass cold = directory.matterClass("heat-cold").orElseThrow();
        assertThat(List.of(cold.parent(), cold.limitClass())).containsExactly("heat", "ordinary");
    }

    @Test
    void classes_have_two_levels_and_a_class_of_limit_that_the_edition_knows() {
        DirectoryImport.Report r = take("classes", """
                事项代码,事项类别,上级,时限类别
                fishing-boat,渔船检验,渔业,一般
                fishing,渔业,,
                fishing-port,渔港,fishing,ordinary
                fishing-net,渔网,渔业,很久
                deep,第三级,渔港,一般
                upper,上级带时限,,一般
                """, false);
        assertThat(r.added()).isEqualTo(3);
        assertThat(r.refused())
                .extracting(x -> x.line() + " " + x.problem().field())
                .containsExactly("5 limitClass", "6 parent", "7 limitClass");
        assertThat(directory.matterClass("fishing-boat").orElseThrow().fullName())
                .isEqualTo("渔业 › 渔船检验");
        assertThat(directory.matterClass("fishing-boat").orElseThrow().limitClass())
                .isEqualTo("ordinary");
    }
}
