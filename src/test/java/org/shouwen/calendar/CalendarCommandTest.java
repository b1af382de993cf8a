package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ShouwenTest;
import org.shouwen.history.Actor;
import org.shouwen.problems.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Ruling 2: also by command a year is one person's to ask for and another's to load. */
@ShouwenTest
class CalendarCommandTest {
    private static final String YEAR = "# 国办发明电〔2026〕0号\ndate,working,name\n2027-01-01,false,元旦\n";

    @Autowired
    ImportCalendar command;

    @Autowired
    CalendarAskings askings;

    @Autowired
    WorkCalendar calendar;

    @TempDir
    Path folder;

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return status + "\n" + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_command_asks_and_somebody_else_loads() throws Exception {
        Path file = Files.writeString(folder.resolve("2027.csv"), YEAR);
        assertThat(run(file.toString())).as("in whose name").startsWith("2\n");
        assertThat(run(file.toString(), "--dry-run")).startsWith("0\n2027: 1 天");
        assertThat(askings.waiting()).isEmpty();
        assertThat(run(file.toString(), "--by=钱示例")).startsWith("0\n2027: 1 天").contains("钱示例 以外的人");
        assertThat(calendar.year(2027)).as("nothing holds yet").isEmpty();
        CalendarAskings.Asking asked = askings.waiting().getFirst();
        assertThat(asked.asker()).isEqualTo("钱示例");
        assertThatThrownBy(() -> askings.load(asked.id(), new Actor(UUID.randomUUID(), "钱示例", null)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> askings.load(asked.id(), Actor.SYSTEM)).isInstanceOf(Refusal.class);
        askings.load(asked.id(), new Actor(UUID.randomUUID(), "孙示例", null));
        assertThat(calendar.year(2027)).isPresent();
    }

    @Test
    void without_a_notices_number_it_asks_back_and_says_how_to_confirm() throws Exception {
        Path file = Files.writeString(folder.resolve("2027.csv"), YEAR.replaceFirst("#.*\n", ""));
        assertThat(run(file.toString(), "--by=钱示例")).startsWith("1\n").contains("--no-notice");
        assertThat(askings.waiting()).isEmpty();
        assertThat(run(file.toString(), "--by=钱示例", "--no-notice")).startsWith("0\n");
        assertThat(run(folder.resolve("missing.csv").toString(), "--dry-run")).startsWith("1\n读不了文件");
    }
}
