package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.directory.DirectoryImport.Report;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 4: names as offices shorten them are read where only one thing is meant; where not, what it may be is named. */
@ShouwenTest
class ShortNamesImportTest {
    @Autowired
    DirectoryImport imports;

    @Autowired
    Directory directory;

    private Report duties(String rows) {
        return imports.duties(("事项类别,区县,单位\n" + rows).getBytes(StandardCharsets.UTF_8), Actor.SYSTEM);
    }

    private boolean does(String matter, String place, String unit) {
        return directory.duties().contains(new DutyEntry(matter, place, new UnitId(unit)));
    }

    @Test
    void a_shortened_name_that_only_one_thing_has_is_that_thing() {
        Report report = duties("室内温度不达标,振兴,热力集团\n垃圾清运,元宝,环卫\n停暖,东港,丹东市热力集团\n");
        assertThat(report.refused()).isEmpty();
        assertThat(does("heat-cold", "210603", "heating")).isTrue();
        assertThat(does("city-garbage", "210602", "sanitation")).isTrue();
        assertThat(report.added()).isEqualTo(3);
    }

    @Test
    void where_several_have_it_they_are_named() {
        Report report = duties("漏水,振兴区,热力集团\n室内温度不达标,振兴区,公安局交通\n室内温度不达标,振,热力集团\n室内温度不达标,振兴区,丹东市\n");
        assertThat(report.refused())
                .extracting(DirectoryImport.RefusedRow::line)
                .containsExactly(2, 4, 5);
        assertThat(report.refused().getFirst().problem().key()).isEqualTo("directory.import.ambiguous");
        assertThat(report.refused().getFirst().problem().args().get(1).toString())
                .contains("房屋漏水、维修", "供热管道或暖气漏水");
        assertThat(report.refused().getLast().problem().args().get(1).toString())
                .contains("丹东市热力集团");
    }

    @Test
    void an_abbreviation_is_asked_about_and_never_taken() {
        Report report = duties("室内温度不达标,振兴区,城管局\n室内温度不达标,振兴区,天气台\n");
        assertThat(report.added()).isZero();
        assertThat(report.refused())
                .extracting(r -> r.problem().key())
                .containsExactly("directory.import.alike", "problems.field.unknown");
        assertThat(report.refused().getFirst().problem().args()).contains("市城市管理综合执法局");
    }

    @Test
    void a_former_name_is_still_the_unit() {
        Unit old = directory.unit(new UnitId("drainage")).orElseThrow();
        imports.take(
                "units",
                "代码,名称\ndrainage,城市水环境服务中心\n".getBytes(StandardCharsets.UTF_8),
                new ImportWish(false, true),
                Actor.SYSTEM);
        assertThat(directory.unit(old.id()).orElseThrow().name()).isEqualTo("城市水环境服务中心");
        assertThat(duties("水质问题,凤城,丹东市排水公司\n").refused()).isEmpty();
        assertThat(does("water-quality", "210682", "drainage")).isTrue();
    }
}
