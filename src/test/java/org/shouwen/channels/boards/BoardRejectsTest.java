package org.shouwen.channels.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.history.VerificationProbe;
import org.shouwen.inbound.Rejects;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Articles 2, 8 and 21: a row that can not be read is not lost, tells nobody who it is, and goes in when it was put right. */
@ShouwenTest
class BoardRejectsTest extends BoardCity {
    private static final CurrentUser ADMIN = People.platform(Role.ADMIN);

    @Autowired
    Rejects rejects;

    @Autowired
    List<Job> jobs;

    @Autowired
    VerificationProbe verification;

    @LocalServerPort
    int port;

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    private void worked() {
        jobs.stream()
                .filter(j -> j.name().equals("inbound"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private static List<String> late(int n, String content) {
        List<String> row = new ArrayList<>(BoardTables.row(n, content));
        row.set(4, "昨天");
        return row;
    }

    private BoardImport.Result load(String name, List<List<String>> rows) throws Exception {
        return load(file(name, BoardTables.csv(StandardCharsets.UTF_8, BoardTables.NATIONAL, rows)), false);
    }

    private List<UUID> lying() {
        worked();
        return rejects.page(null, 200).items().stream()
                .filter(r -> r.source().equals(BoardFormat.SOURCE))
                .map(Rejects.Row::id)
                .toList();
    }

    private int posts(String id) {
        return jdbc.sql("select count(*) from boards.post where source_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_row_lies_among_the_rejects_with_its_reason_and_is_put_right_there() throws Exception {
        load("a.csv", List.of(late(51, "不热"), BoardTables.row(52, "漏水")));
        load("a-again.csv", List.of(BoardTables.row(53, "停水"), late(51, "不热")));
        List<UUID> lie = lying();
        assertThat(lie).as("the same row twice is one").hasSize(1);
        load("a-other.csv", List.of(late(51, "还是不热")));
        assertThat(lying()).as("other words are not lost").hasSize(2);
        rejects.settle(lying().getLast(), "重复", ADMIN);
        assertThat(ScreenClient.as(port, "admin").get("/admin/inbound").body()).contains("留言板", "互联网+督查", "时间不对");
        assertThat(jdbc.sql("select encode(raw, 'escape') from inbound.received where id = :id")
                        .param("id", lie.getFirst())
                        .query(String.class)
                        .single())
                .as("encrypted")
                .doesNotContain("13800008888");

        String text = rejects.open(lie.getFirst(), "看哪里不对", ADMIN);
        assertThat(text).contains("\"留言时间\" : \"昨天\"", "GWY202600051");
        rejects.corrected(lie.getFirst(), "", text.replace("昨天", "2026-09-29 08:00"), "", ADMIN);
        assertThat(lying()).isEmpty();
        Appeal a = appeals.get(number("GWY202600051"));
        assertThat(a.channel()).isEqualTo(CODE);
        assertThat(a.words().content()).isEqualTo("不热");
        assertThat(a.words().toString()).doesNotContain("何其正", "13800008888");
        assertThat(results.waiting(CODE, source)).as("its result is owed").anyMatch(w -> w.id().equals("GWY202600051"));
        assertThat(load("b.csv", List.of(BoardTables.row(51, "不热"))).known()).isOne();
    }

    @Test
    void a_row_that_a_later_table_brings_lies_there_no_longer() throws Exception {
        load("m.csv", List.of(late(61, "不热"), late(62, "漏水")));
        assertThat(lying()).hasSize(2);
        assertThat(load("e.csv", List.of(BoardTables.row(61, "不热"))).taken()).isOne();
        List<UUID> left = lying();
        assertThat(left).hasSize(1);
        assertThat(rejects.open(left.getFirst(), "看", ADMIN)).contains("GWY202600062");
        rejects.settle(left.getFirst(), "测试数据", ADMIN);
    }

    @Test
    void cells_that_may_have_moved_are_taken_by_nobody_before_they_were_looked_at() throws Exception {
        String table =
                String.join(",", BoardTables.NATIONAL) + "\n" + String.join(",", BoardTables.row(71, "停水,已三天")) + "\n";
        load(file("c.csv", table.getBytes(StandardCharsets.UTF_8)), false);
        UUID row = lying().getFirst();
        rejects.again(row, ADMIN);
        assertThat(lying()).as("as it is it can not be read").containsExactly(row);
        String text = rejects.open(row, "看", ADMIN);
        String right = text.lines().filter(l -> !l.contains("错位")).reduce("", (a, b) -> a + b + "\n");
        rejects.corrected(row, "", right.replace("停水", "停水，已三天"), "", ADMIN);
        assertThat(lying()).isEmpty();
        assertThat(appeals.get(number("GWY202600071")).words().content()).isEqualTo("停水，已三天");
    }

    @Test
    void what_tells_of_danger_goes_to_the_desk_at_once_and_its_person_to_the_vault() throws Exception {
        load("d.csv", List.of(late(81, "楼里燃气泄漏，味道很大，有人晕倒")));
        assertThat(lying()).isEmpty();
        assertThat(posts("GWY202600081")).isOne();
        Appeal a = appeals.get(number("GWY202600081"));
        assertThat(a.words().content()).contains("燃气泄漏");
        assertThat(a.words().toString()).doesNotContain("何其正", "13800008888", "210603198001011234", "锦山大街88号");
        assertThat(jdbc.sql("select phone is not null from citizens.appellant where id = :id")
                        .param("id", a.appellant())
                        .query(Boolean.class)
                        .single())
                .as("whom to call")
                .isTrue();
    }
}
