package org.shouwen.channels.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.desk.CallEvents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody heard is taken from the queue log, and what of it can not be read lies with its reason. */
@ShouwenTest
class QueueLogTest {
    @Autowired
    CallEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void no_calls_yet() {
        for (String t : List.of("call_event", "call", "missed_call", "call_source", "call_reject"))
            jdbc.sql("delete from desk." + t).update();
    }

    private void read(String log) throws IOException {
        try (AmiPeer peer = new AmiPeer("", false)) {
            new AmiConnector(
                            "127.0.0.1",
                            peer.port(),
                            "shouwen",
                            AmiPeer.SECRET,
                            log,
                            events,
                            new AmiMeasures(""),
                            clock,
                            10_000)
                    .once();
        }
    }

    private Map<String, Object> counts() {
        return jdbc.sql("""
                        select count(*) as offered, count(*) filter (where outcome = 'TIMED_OUT') as timed_out,
                            (select count(*) from desk.missed_call where ended is null) as tasks
                        from desk.call
                        """).query().singleRow();
    }

    @Test
    void what_was_not_heard_is_taken_from_the_queue_log() throws IOException {
        long noon = TestClock.at("2026-09-30T09:50").getEpochSecond();
        Path log = Files.createTempFile("queue", ".log");
        Files.writeString(log, """
                %1$d|NONE|NONE|NONE|QUEUESTART|
                %1$d|7.1|12345|NONE|ENTERQUEUE||13800004441|1
                %1$d|7.1|12345|agent|CONNECT|2|7.2|2
                %2$d|7.1|12345|agent|COMPLETECALLER|2|58|1
                %1$d|7.3|12345|NONE|ENTERQUEUE||13800004442|1
                %2$d|7.3|12345|NONE|ABANDON|1|1|4
                %1$d|7.5|12345|NONE|ENTERQUEUE||13800004443|1
                %1$d|7.5|12345|agent|RINGNOANSWER|6000
                %2$d|7.5|12345|NONE|EXITWITHTIMEOUT|1|1|25
                no line of a log
                """.formatted(noon, noon + 60));
        read(log.toString());
        assertThat(counts())
                .containsEntry("offered", 3L)
                .containsEntry("timed_out", 1L)
                .containsEntry("tasks", 2L);
        assertThat(jdbc.sql("select waited_ms || ' ' || talked_ms from desk.call where outcome = 'ANSWERED'")
                        .query(String.class)
                        .single())
                .isEqualTo("2000 58000");
        read(log.toString());
        assertThat(counts()).containsEntry("offered", 3L);
        assertThat(jdbc.sql("select field || ' ' || reason from desk.call_reject where source = 'asterisk'")
                        .query(String.class)
                        .list())
                .as("told once, however often the log is read")
                .containsExactly("body desk.bad.line");
        Files.delete(log);
    }

    @Test
    void bytes_of_another_character_set_do_not_end_the_reading_of_the_log() throws IOException {
        long noon = TestClock.at("2026-09-30T09:50").getEpochSecond();
        Path log = Files.createTempFile("queue", ".log");
        Files.write(log, """
                %1$d|9.1|12345|NONE|ENTERQUEUE||13800004451|1
                %1$d|9.1|12345|王|RINGNOANSWER|6000
                %1$d|9.3|12345|NONE|ENTERQUEUE||13800004452|1
                """.formatted(noon).getBytes(java.nio.charset.Charset.forName("GB18030")));
        read(log.toString());
        assertThat(counts()).containsEntry("offered", 2L);
        Files.delete(log);
    }
}
