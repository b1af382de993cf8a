package org.shouwen.channels.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.CallEvents;
import org.shouwen.desk.CallRejects;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a SIP proxy says of its dialogs is calls, from its file as from its socket. */
@ShouwenTest
class SipEventsTest {
    private static final Path RECORDED = Path.of("../shared/data/telephone/kamailio-events.txt");

    @Autowired
    CallEvents events;

    @Autowired
    CallRejects rejects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void no_calls_yet() {
        for (String t : List.of("call_event", "call", "missed_call", "call_source", "call_reject"))
            jdbc.sql("delete from desk." + t).update();
    }

    private SipFeed feed() {
        return new SipFeed("", "", 0, events, json);
    }

    private List<String> outcomes() {
        return jdbc.sql("select outcome || ' ' || coalesce(waited_ms, 0) / 1000 from desk.call order by began")
                .query(String.class)
                .list();
    }

    @Test
    void the_recorded_dialogs_are_two_answered_one_given_up_and_one_not_answered() throws IOException {
        assumeTrue(Files.exists(RECORDED), "the recorded dialogs are not beside the project");
        feed().take(RECORDED, 0, Instant.EPOCH);
        feed().take(RECORDED, 0, Instant.EPOCH);
        assertThat(outcomes()).containsExactlyInAnyOrder("TIMED_OUT 7", "ANSWERED 2", "ANSWERED 2", "ABANDONED 2");
        Map<String, Object> answered = jdbc.sql("select * from desk.call where outcome = 'ANSWERED' limit 1")
                .query()
                .singleRow();
        assertThat(answered).containsEntry("agent", "8001");
        assertThat((Long) answered.get("talked_ms")).isBetween(5_000L, 5_010L);
    }

    @Test
    void half_a_line_waits_for_its_rest_and_a_file_that_begins_anew_is_read_anew() throws IOException {
        Path file = Files.createTempFile("sip", ".log");
        String line =
                "log: {\"event\":\"ringing\",\"call\":\"a@1\",\"from\":\"13800005551\",\"to\":\"8001\",\"at\":\"1790733600.5\"}\n";
        Files.writeString(file, line.substring(0, 40));
        long at = feed().take(file, 0, Instant.EPOCH);
        assertThat(at).isZero();
        Files.writeString(file, line.substring(40) + "noise\n", StandardOpenOption.APPEND);
        at = feed().take(file, at, Instant.EPOCH);
        assertThat(outcomes()).containsExactly("WAITING 0");
        Files.writeString(file, "{\"event\":\"failed\",\"call\":\"a@1\",\"status\":\"487\",\"at\":\"1790733604.5\"}\n");
        at = feed().take(file, at, Instant.EPOCH);
        assertThat(outcomes()).containsExactly("ABANDONED 4");
        assertThat(at).isEqualTo(Files.size(file));
        Files.delete(file);
    }

    @Test
    void a_line_that_can_not_be_read_lies_with_its_reason_until_somebody_puts_it_right() throws IOException {
        Path file = Files.createTempFile("sip", ".log");
        Files.writeString(
                file, "words of the proxy's own log\n{\"event\":\"ringing\",\"call\":\"b@1\",\"at\":\"17907\n");
        feed().take(file, 0, Instant.EPOCH);
        feed().take(file, 0, Instant.EPOCH); // read again after a restart
        CallRejects.Reject line = rejects.open(null, 10).items().getFirst();
        assertThat(rejects.open(null, 10).items()).hasSize(1);
        assertThat(line.reason()).isEqualTo("desk.bad.line");
        assertThat(line.body()).isEqualTo("{\"event\":\"ringing\",\"call\":\"b@1\",\"at\":\"17907");
        assertThat(line.source()).isEqualTo("sip");
        CurrentUser dispatcher = new CurrentUser(UUID.randomUUID(), "d", "调度", null, null, Set.of(Role.DISPATCHER));
        assertThatThrownBy(() -> events.takeAgain(line.id(), line.body(), dispatcher))
                .isInstanceOf(BadInput.class);
        events.takeAgain(
                line.id(),
                "{\"id\":\"b1\",\"type\":\"offered\",\"call\":\"b@1\",\"caller\":\"13800005552\",\"at\":\"2026-09-30T09:59:00+08:00\"}",
                dispatcher);
        assertThat(outcomes()).containsExactly("WAITING 0");
        assertThat(rejects.open(null, 10).items()).isEmpty();
        feed().take(file, 0, Instant.EPOCH);
        assertThat(rejects.open(null, 10).items()).as("it was settled").isEmpty();
        Files.delete(file);
    }

    @Test
    void frames_are_netstrings_or_lines() throws IOException {
        BufferedReader in = new BufferedReader(new StringReader("11:{\"a\":\"}\\\"\"},{\"b\":{\"c\":1}}\nx{\"d\":2}"));
        assertThat(List.of(SipFeed.frame(in), SipFeed.frame(in), SipFeed.frame(in)))
                .containsExactly("{\"a\":\"}\\\"\"}", "{\"b\":{\"c\":1}}", "{\"d\":2}");
        assertThat(SipFeed.frame(in)).isNull();
    }

    @Test
    void what_is_no_event_is_passed_over() {
        SipEvents reader = new SipEvents(json);
        for (String line : List.of("", "{", "{}", "{\"call\":\"x\",\"at\":\"soon\"}", "[1]", "}{"))
            assertThat(reader.read(line)).as(line).isEmpty();
        assertThat(reader.read("{\"event\":\"other\",\"call\":\"x\",\"at\":\"1790733604\"}"))
                .hasValueSatisfying(l -> assertThat(l.events()).isEmpty());
    }
}
