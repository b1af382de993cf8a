package org.shouwen.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsTest {
    @TempDir
    Path home;

    private final LocalDate day = LocalDate.of(2026, 11, 23);

    @Test
    void the_Dandong_draft_has_the_limits_of_article_13() throws Exception {
        Edition e = new Editions("丹东市", home).current(day);
        assertThat(e.receipt()).isEqualTo(new Limit.WorkingDays(1));
        assertThat(e.limitClasses())
                .extracting(Edition.LimitClass::limit)
                .containsExactly(new Limit.WorkingDays(3), new Limit.WorkingDays(7), new Limit.WorkingDays(15));
        assertThat(e.extensionDays()).isEqualTo(15);
        assertThat(e.returns()).isEqualTo(new Edition.ReturnProfile("strict", new Limit.WorkingDays(7)));
        assertThat(e.closingTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(e.urgentKinds())
                .extracting(Edition.UrgentKind::basis)
                .containsExactly(
                        Clause.A17_1,
                        Clause.A17_2,
                        Clause.A17_3,
                        Clause.A17_4,
                        Clause.A17_5,
                        Clause.A17_6,
                        Clause.A17_7,
                        Clause.A17_8,
                        Clause.A17_9);
        assertThat(e.channel("visit").orElseThrow().basis()).isEqualTo(Clause.A10_1);
        assertThat(e.channels())
                .filteredOn(c -> c.basis() == Clause.A2)
                .extracting(Edition.Named::code)
                .containsExactly("phone", "web", "state-council", "people-net", "sms", "wechat");
        assertThat(e.kinds())
                .extracting(Edition.Named::basis)
                .containsExactly(Clause.A7_1, Clause.A7_2, Clause.A7_3, Clause.A7_4, Clause.A7_5);
    }

    @Test
    void other_cities_run_on_their_own_numbers() throws Exception {
        Edition shandong = new Editions("山东省", home).current(day);
        assertThat(shandong.limitClass("ordinary").orElseThrow().limit()).isEqualTo(new Limit.WorkingDays(5));
        assertThat(shandong.extensionDays()).isEqualTo(10);
        Edition beijing = new Editions("北京市", home).current(day);
        assertThat(beijing.receipt()).isEqualTo(new Limit.Hours(2));
    }

    /** Editions hold from their date, an order keeps its own. */
    @Test
    @Basis(Clause.A26)
    void a_citys_own_file_takes_effect_on_its_day_and_the_old_one_stays() throws Exception {
        Files.createDirectories(home.resolve("editions"));
        String own = resource("regulation/dandong-2026.yaml")
                .replace("id: dandong-2026", "id: dandong-2027")
                .replace("effective: '2026-01-01'", "effective: '2027-01-01'")
                .replace("limit: 7wd", "limit: 5wd");
        Files.writeString(home.resolve("editions/next.yaml"), own);
        Editions editions = new Editions("丹东市", home);
        assertThat(editions.current(LocalDate.of(2027, 1, 1)).id())
                .as("not before it was adopted")
                .isEqualTo("dandong-2026");
        editions.adopted(List.of(own));
        assertThat(editions.current(LocalDate.of(2026, 12, 31)).id()).isEqualTo("dandong-2026");
        assertThat(editions.current(LocalDate.of(2027, 1, 1)).id()).isEqualTo("dandong-2027");
        assertThat(editions.get("dandong-2026")
                        .limitClass("ordinary")
                        .orElseThrow()
                        .limit())
                .isEqualTo(new Limit.WorkingDays(7));
    }

    @Test
    void a_mistake_is_named_by_file_and_place() throws Exception {
        String text = resource("regulation/dandong-2026.yaml");
        assertThatThrownBy(() -> read(text.replace("receipt: 1wd", "receipt: soon")))
                .hasMessageMatching("test.yaml:\\d+: limits.receipt .*");
        assertThatThrownBy(() -> read(text.replace("workingDays: 15", "workingDays: many")))
                .hasMessageContaining("extension.workingDays");
        assertThatThrownBy(() -> read(text.replace("code: difficult", "code: ordinary")))
                .hasMessageContaining("'ordinary' twice");
        assertThatThrownBy(() -> read(text.replace("mustBeDone: true", "mustBeDon: true")))
                .hasMessageContaining("limits.classes")
                .hasMessageContaining("mustBeDon");
        assertThatThrownBy(() -> new Editions("无此市", home)).hasMessageContaining("丹东市");
    }

    private static Edition read(String text) {
        return EditionFile.read("test.yaml", text);
    }

    private static String resource(String name) throws Exception {
        try (var in = Edition.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
