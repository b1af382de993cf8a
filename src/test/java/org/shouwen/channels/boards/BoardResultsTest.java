package org.shouwen.channels.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Disposition;
import org.shouwen.identity.Redactor;
import org.shouwen.retention.EndedMatter;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What became of a post goes back to where it came from (Art. 2). */
@ShouwenTest
class BoardResultsTest extends BoardCity {
    @LocalServerPort
    int port;

    @Test
    void results_go_back_as_a_table_are_stamped_and_what_has_not_gone_is_listed_with_its_limit() throws Exception {
        load(
                file(
                        "z.csv",
                        BoardTables.csv(
                                StandardCharsets.UTF_8,
                                BoardTables.NATIONAL,
                                List.of(BoardTables.row(51, "供热时间是什么"), BoardTables.row(52, "漏水")))),
                false);
        intake.decide(number("GWY202600051"), new Disposition.Answered("十一月一日起供热"), null, People.AGENT, null)
                .orThrow();
        assertThat(waiting("GWY202600051").done()).isTrue();
        assertThat(waiting("GWY202600052").done()).isFalse();
        Path back = folder.resolve("back.csv");
        List<String> written = results.write(CODE, source, back);
        assertThat(written).contains("GWY202600051").doesNotContain("GWY202600052");
        assertThat(Files.readString(back)).startsWith("\uFEFF办件编号").contains("GWY202600051,已办结,十一月一日起供热");
        BoardResults.Noted noted = results.returned(CODE, List.of("GWY202600051", "GWY202600052", "GWY0"));
        assertThat(noted.noted()).containsExactly("GWY202600051");
        assertThat(noted.open()).as("without a result nothing can have gone").containsExactly("GWY202600052");
        assertThat(noted.none()).containsExactly("GWY0");
        assertThat(results.returned(CODE, List.of("GWY202600051")).noted())
                .as("once")
                .isEmpty();
        assertThat(results.waiting(CODE, source))
                .extracting(BoardResults.Waiting::id)
                .doesNotContain("GWY202600051");
        assertThat(owed()).contains("GWY202600052", "尚无结果").doesNotContain("GWY202600051");
        clock.pass(Duration.ofDays(40));
        assertThat(waiting("GWY202600052").late()).isTrue();
        assertThat(owed()).contains("GWY202600052", "逾期未回传");
    }

    /** The dispatcher's page. */
    private String owed() throws Exception {
        return ScreenClient.as(port, "dispatcher")
                .get("/desk/exchange?tab=boards")
                .body();
    }

    @Test
    void with_the_person_the_boards_number_is_forgotten() throws Exception {
        load(
                file(
                        "y.csv",
                        BoardTables.csv(
                                StandardCharsets.UTF_8, BoardTables.NATIONAL, List.of(BoardTables.row(61, "不热")))),
                false);
        var a = appeals.get(number("GWY202600061"));
        Redactor nothing = (words, kept) -> words;
        forgets.forget(new EndedMatter(a.id(), a.number(), a.appellant(), nothing, clock.instant()));
        assertThat(jdbc.sql("select count(*) from boards.post where appeal = :a")
                        .param("a", a.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(a.id()).isNotEqualTo(new UUID(0, 0));
    }

    @Test
    void a_long_file_comes_in_whole() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int n = 1000; n < 3000; n++) rows.add(BoardTables.row(n, "第" + n + "件：暖气不热，请派人来看"));
        Path f = file("long.csv", BoardTables.csv(StandardCharsets.UTF_8, BoardTables.NATIONAL, rows));
        long began = System.nanoTime();
        BoardImport.Result r = load(f, false);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("boards: %d rows in %.1f s, %.0f a second%n", r.taken(), seconds, r.taken() / seconds);
        assertThat(r.taken()).isEqualTo(2000);
    }

    private BoardResults.Waiting waiting(String id) {
        return results.waiting(CODE, source).stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
