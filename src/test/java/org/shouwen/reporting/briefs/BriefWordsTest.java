package org.shouwen.reporting.briefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.reporting.Period;

/** The first words of a brief are sentences that can be read aloud, whatever of its figures has no case. */
class BriefWordsTest {
    private static final Period WEEK = new Period(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-22"));

    private static BriefData.Row row(String figure, String shown, long cases) {
        return new BriefData.Row(figure, 1, figure, shown, "–", 1, cases);
    }

    private static String quality(List<BriefData.Row> rows, List<BriefData.Late> late) {
        BriefData data = new BriefData(rows, List.of(), List.of(), List.of(), late);
        return BriefWords.first(BriefKind.WEEKLY, WEEK, data, List.of()).quality();
    }

    @Test
    void what_has_no_case_is_named_at_the_end() {
        assertThat(quality(
                        List.of(row("received-in-time", "100.0%", 6), row("solved", "–", 0)),
                        List.of(new BriefData.Late("热力集团", 1, 2, 3), new BriefData.Late("城管局", 0, 1, 1))))
                .isEqualTo("按时接收率100.0%；按时办理率、首次派单准确率、回访解决率、满意率本期没有数据。" + "目前有超期工单的单位：热力集团办理超期1件、未接收2件；城管局未接收1件。");
    }

    @Test
    void all_that_is_measured_stands_in_one_sentence() {
        assertThat(quality(
                        List.of(
                                row("received-in-time", "100.0%", 6),
                                row("handled-in-time", "98.0%", 50),
                                row("first-dispatch-right", "90.0%", 10),
                                row("solved", "80.0%", 5),
                                row("satisfied-final", "75.0%", 4)),
                        List.of()))
                .isEqualTo("按时接收率100.0%，按时办理率98.0%，首次派单准确率90.0%，回访解决率80.0%，满意率75.0%。目前没有超期未办的工单。");
    }
}
