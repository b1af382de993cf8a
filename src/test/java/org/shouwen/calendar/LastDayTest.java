package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A limit that is told by its day says that the day counts, wherever it is told. */
class LastDayTest {
    /** These name the hour: 2026-12-08 24:00. */
    private static final Set<String> WITH_HOUR =
            Set.of("workorder.part.owed", "workorder.handed-on.awaited", "workorder.supervised.awaited");

    /** Their argument is {@link LastDay#inMessage}. */
    private static final Set<String> SAID_BY_IT = Set.of(
            "messages.moment.dispatched",
            "messages.moment.handed-on",
            "messages.moment.extended",
            "messages.moment.redispatched");

    @Test
    void the_last_day_is_the_one_before_midnight_and_counts() {
        Instant midnight = Instant.parse("2026-12-08T16:00:00Z");
        assertThat(LastDay.of(midnight)).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(LastDay.inMessage(midnight, false)).isEqualTo("12月8日（含当日）");
        assertThat(LastDay.inMessage(midnight, true)).isEqualTo("12月8日（含当日，暂定）");
        assertThat(LastDay.inPaper(midnight, false)).isEqualTo("2026年12月8日（含当日）");
    }

    @Test
    void a_limit_in_hours_says_its_hour() {
        Instant hour = Instant.parse("2026-12-08T09:00:00Z");
        assertThat(LastDay.inMessage(hour, false)).isEqualTo("12月8日17:00");
        assertThat(LastDay.inPaper(hour, true)).isEqualTo("2026年12月8日17:00（暂定）");
    }

    @Test
    void no_chinese_text_says_before_a_day_without_saying_whether_it_counts() throws IOException {
        Pattern before = Pattern.compile("^([\\w.-]+)=.*\\{\\d\\} ?前");
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("src/main/resources/i18n"))) {
            for (Path file :
                    all.filter(f -> !f.toString().endsWith("_en.properties")).toList())
                for (String line : Files.readAllLines(file)) {
                    var found = before.matcher(line);
                    if (found.find() && !WITH_HOUR.contains(found.group(1)) && !SAID_BY_IT.contains(found.group(1)))
                        open.add(line);
                }
        }
        assertThat(open).isEmpty();
    }
}
