package org.shouwen.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Article 26: whatever a jurist may misspell in a draft is found where it stands, and whatever differs is told in words. */
class EditionSpellingTest {
    /** A key that is misspelt, or stands twice, would else not hold, without a word; the whole edition is read like that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "callback: {ratePercent: 10, tries: 3} | callback: {ratePercent: 10, tries: 3, ratePercnt: 30} | callback.ratePercnt | 不认识这个键",
                "upkeep: {days: 90} | upkep: {days: 90} | upkep | 不认识这个键",
                "callback: {ratePercent: 10, | callback: {ratePercnt: 10, | callback.ratePercent | 缺少",
                "extension: {workingDays: 15} | extention: {workingDays: 3}\\nextension: {workingDays: 15} | extention | 不认识这个键",
                "extension: {workingDays: 15} | extension: {workingDays: 15, workingDays: 3} | workingDays | 写了两次",
                "returns: {profile: strict, within: 7wd} | returns: {profile: strikt, within: 7wd} | returns.profile | strikt",
                "{code: vague, name: 诉求空泛, nameEn: Vague, basis: A9} | {code: vague, nmae: 诉求空泛, nameEn: Vague, basis: A9} | declineGrounds | 缺少 name",
                "{code: vague, name: 诉求空泛, nameEn: Vague, basis: A9} | {code: vague, name: 诉求空泛, nameEn: Vague, basis: A9, wrods: x} | declineGrounds | wrods",
                "{code: vague, name: 诉求空泛, nameEn: Vague, basis: A9} | {code: vague, name: 诉求空泛, basis: A9} | declineGrounds | 缺少 nameEn",
                "{code: vague, name: 诉求空泛, nameEn: Vague, basis: A9} | {code: vague, name: 诉求空泛, nameEn: Vague, basis: A99} | declineGrounds | basis 的值“A99”",
                "limit: 3wd, assist: 2wd | limit: 3周, assist: 2wd | limits.classes | limit 的值“3周”",
                "{ratePercent: 10, | {ratePercent: 300, | callback.ratePercent | 0 至 100",
            })
    void a_wrong_key_or_value_is_found_at_its_line(String right, String wrong, String key, String says)
            throws IOException {
        String text = EditionDraftsTest.shipped();
        assertThat(text).contains(right);
        String changed = text.replace(right, wrong.replace("\\n", "\n"));
        int line = (int) changed.substring(0, changed.indexOf(wrong.split("\\\\n")[0].strip()))
                .lines()
                .count();
        assertThatThrownBy(() -> EditionFile.read("broken.yaml", changed))
                .isInstanceOfSatisfying(BrokenEdition.Unreadable.class, e -> {
                    BrokenEdition b = e.broken();
                    assertThat(b.key()).isEqualTo(key);
                    assertThat(b.says().zh()).contains(says);
                    assertThat(b.says().en()).doesNotContainPattern("\\p{IsHan}{4}");
                    assertThat(b.line()).isBetween(Math.max(1, line - 1), line + 1);
                });
    }

    @Test
    void a_date_before_the_edition_in_force_is_said_to_hold_on_no_day() throws IOException {
        String text = EditionDraftsTest.shipped();
        Edition inForce = EditionFile.read("a", text);
        Edition before = EditionFile.read("b", text.replace("effective: '2026-01-01'", "effective: '2025-05-01'"));
        LocalDate today = LocalDate.of(2026, 11, 29);
        assertThat(EditionWarning.of(before, "丹东市", inForce, today)).containsExactly(EditionWarning.OVERTAKEN);
        assertThat(EditionWarning.of(inForce, "丹东市", before, today)).containsExactly(EditionWarning.PAST);
    }

    /** What was adopted before this was looked at goes on to hold. */
    @Test
    void an_edition_that_holds_is_read_as_it_was_adopted() throws IOException {
        String text = EditionDraftsTest.shipped().replace("tries: 3}", "tries: 3, ratePercnt: 30}");
        assertThat(EditionFile.adopted(text).callback().tries()).isEqualTo(3);
    }

    @Test
    void whatever_can_differ_has_words_in_both_languages() throws IOException {
        Edition now = EditionFile.read("a", EditionDraftsTest.shipped());
        Set<String> fields = EditionDifferences.fields(now).stream()
                .flatMap(path -> Arrays.stream(path.split("\\.")).skip(1))
                .filter(step -> !codes(now).contains(step))
                .collect(Collectors.toSet());
        assertThat(fields).hasSizeGreaterThan(20).allSatisfy(field -> {
            for (String bundle : List.of("regulation", "regulation_en"))
                assertThat(java.util.ResourceBundle.getBundle("i18n." + bundle).keySet())
                        .contains("regulation.editions.field." + field);
        });
    }

    private static Set<String> codes(Edition e) {
        return Stream.of(
                        e.limitClasses().stream().map(Edition.LimitClass::code),
                        e.urgentKinds().stream().map(Edition.UrgentKind::code),
                        e.guidance().stream().map(Edition.Target::code),
                        Stream.of(e.kinds(), e.declineGrounds(), e.channels())
                                .flatMap(List::stream)
                                .map(Edition.Named::code))
                .flatMap(codes -> codes)
                .collect(Collectors.toSet());
    }
}
