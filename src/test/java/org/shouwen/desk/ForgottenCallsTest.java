package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Recordings;
import org.shouwen.calendar.Limits;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Editions;
import org.shouwen.retention.EndedMatter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 21: who called is forgotten with their matter, or after the term of files; that there was a call stays. */
@ShouwenTest
class ForgottenCallsTest {
    @Autowired
    CallEvents events;

    @Autowired
    ForgottenCalls forgotten;

    @Autowired
    CallRecords records;

    @Autowired
    CallsAnew anew;

    @Autowired
    Recordings recordings;

    @Autowired
    Papers papers;

    @Autowired
    Editions editions;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private UUID call(String ref, String phone) {
        events.take(
                "pbx",
                null,
                List.of(
                        Map.of("id", ref + 1, "type", "offered", "call", ref, "caller", phone, "at", at()),
                        Map.of("id", ref + 2, "type", "abandoned", "call", ref, "at", at()),
                        Map.of("id", ref + 3, "type", "exploded", "call", ref, "caller", phone, "at", at())));
        UUID id = jdbc.sql("select id from desk.call where ref = :ref")
                .param("ref", ref)
                .query(UUID.class)
                .single();
        byte[] sound = Arrays.copyOf(
                "RIFF$\u0010\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0".getBytes(StandardCharsets.ISO_8859_1), 400);
        recordings.keep(CallRecordings.subject(id), ref + ".wav", sound);
        return id;
    }

    private String at() {
        return clock.instant().toString();
    }

    private Map<String, Object> row(UUID id) {
        return jdbc.sql("select * from desk.call where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    @Test
    void the_calls_of_an_appeal_go_with_its_person() {
        UUID mine = call("mine", "13800007001");
        UUID other = call("other", "13800007002");
        records.belongs(mine.toString(), "20260930-777777");
        EndedMatter matter = new EndedMatter(
                UUID.randomUUID(), "20260930-777777", UUID.randomUUID(), Identity.UNNAMED.scrub(), clock.instant());
        int destroyed = transaction.execute(_ -> forgotten.forget(matter));
        assertThat(destroyed).isOne();
        assertThat(row(mine))
                .containsEntry("caller", null)
                .containsEntry("caller_key", null)
                .containsEntry("outcome", "ABANDONED");
        assertThat(papers.there(CallRecordings.subject(mine))).isEmpty();
        assertThat(events("mine")).isZero();
        assertThat(row(other).get("caller")).isNotNull();
        assertThat(papers.there(CallRecordings.subject(other))).hasSize(1);
    }

    private long events(String ref) {
        return jdbc.sql("select count(*) from desk.call_event where call = :ref")
                .param("ref", ref)
                .query(Long.class)
                .single();
    }

    @Test
    void a_call_of_no_appeal_goes_after_the_term_of_files_and_refused_events_after_that_of_drafts() {
        UUID old = call("old", "13800007003");
        var terms = editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate())
                .retention();
        forgotten.forget(terms, clock.instant());
        assertThat(row(old).get("caller")).isNotNull();
        assertThat(rejects()).isPositive();
        forgotten.forget(terms, clock.instant().plus(java.time.Duration.ofDays(terms.draftDays() + 1)));
        assertThat(rejects()).isZero();
        forgotten.forget(
                terms,
                clock.instant()
                        .atZone(Limits.ZONE)
                        .plusYears(terms.fileYears())
                        .plusDays(1)
                        .toInstant());
        assertThat(row(old)).containsEntry("caller", null);
        assertThat(row(old).get("forgotten")).isNotNull();
        assertThat(events("old")).isZero();
    }

    private long rejects() {
        return jdbc.sql("select count(*) from desk.call_reject")
                .query(Long.class)
                .single();
    }

    @Test
    void nothing_stays_under_another_key() {
        UUID id = call("key", "13800007004");
        int current = vault.hide(id, "x", "x")[0];
        jdbc.sql("update desk.call set caller = :c where id = :id")
                .param("c", vault.hide(id, CallStore.CALLER, "13800007004"))
                .param("id", id)
                .update();
        anew.run();
        assertThat(jdbc.sql("select distinct get_byte(body, 0) from desk.call_event")
                        .query(Integer.class)
                        .list())
                .containsExactly(current & 0xff);
    }
}
