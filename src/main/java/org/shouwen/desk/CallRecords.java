package org.shouwen.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.attachments.PaperRef;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.CallingNumber;
import org.shouwen.identity.Phone;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls as people at work may see them: with the number masked, those of an appeal for whoever may read the appeal. Each
 * play of a recording is on record before it sounds (Art. 21).
 */
@Service
@Transactional
@Basis(Clause.A21)
public class CallRecords {
    /** Of a call that became an appeal, or was about one. */
    public static final String APPEAL = "APPEAL";

    private final JdbcClient jdbc;
    private final CallStore store;
    private final CallRecordings recordings;
    private final AppealVisibility readable;
    private final History history;
    private final InstantSource clock;

    CallRecords(
            JdbcClient jdbc,
            CallStore store,
            CallRecordings recordings,
            AppealVisibility readable,
            History history,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.recordings = recordings;
        this.readable = readable;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param masked the other side's number; empty when it was withheld
     * @param agent as the telephone system names them
     * @param waitedMs milliseconds; null while it waits
     * @param talkedMs milliseconds; null when nobody talked
     * @param digest SHA-256 of the recording; empty while there is none
     * @param problem why there is none, such as {@code other-digest}
     */
    public record Line(
            UUID id,
            String masked,
            boolean outgoing,
            Call.Outcome outcome,
            Instant began,
            @Nullable Long waitedMs,
            @Nullable Long talkedMs,
            String agent,
            String joined,
            @Nullable Integer rating,
            String digest,
            String problem) {
        /** For screens. */
        public long waitedSeconds() {
            return waitedMs == null ? 0 : waitedMs / 1000;
        }

        /** For screens. */
        public long talkedSeconds() {
            return talkedMs == null ? 0 : talkedMs / 1000;
        }
    }

    /** The call in which a form was begun belongs to the appeal that came of it. */
    public void belongs(@Nullable String form, String appeal) {
        if (form == null || !form.matches("[0-9a-f-]{36}")) return;
        jdbc.sql("""
                        insert into desk.call_use (call, kind, subject, at)
                        select id, :kind, :appeal, :now from desk.call where id = cast(:form as uuid) on conflict do nothing
                        """)
                .param("kind", APPEAL)
                .param("appeal", appeal)
                .param("now", Instants.timestamp(Instants.now(clock)))
                .param("form", form)
                .update();
    }

    /**
     * Calls of an appeal, the earliest first.
     *
     * @throws NotFound when the reader may not see the appeal
     */
    @Transactional(readOnly = true)
    public List<Line> ofAppeal(String number, CurrentUser by) {
        readable.get(number, by);
        return lines(
                "id in (select call from desk.call_use where subject = :number) order by began",
                Map.of("number", number));
    }

    /** An agent's own calls, newest first; an archive, and not counted. */
    @Transactional(readOnly = true)
    public Page<Line> own(CurrentUser by, @Nullable After after, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>(Map.of("account", by.account(), "most", limit + 1));
        if (after != null) {
            params.put("at", after.time());
            params.put("after", after.id());
        }
        List<Line> found = lines(
                "account = :account"
                        + (after == null ? "" : " and began <= :at and (began < :at or id < :after)")
                        + " order by began desc, id desc limit :most",
                params);
        return Page.of(found, limit, null, l -> After.at(0, l.began(), l.id()));
    }

    private List<Line> lines(String which, Map<String, ? extends @Nullable Object> params) {
        return jdbc.sql("select * from desk.call where " + which)
                .params(params)
                .query((rs, _) -> line(rs))
                .list();
    }

    private Line line(ResultSet rs) throws SQLException {
        Phone phone = CallingNumber.of(store.caller(rs)).phone();
        return new Line(
                rs.getObject("id", UUID.class),
                phone == null ? "" : phone.masked(),
                rs.getBoolean("outgoing"),
                Call.Outcome.valueOf(rs.getString("outcome")),
                Instants.of(rs, "began"),
                rs.getObject("waited_ms", Long.class),
                rs.getObject("talked_ms", Long.class),
                rs.getString("agent"),
                rs.getString("joined"),
                rs.getObject("rating", Integer.class),
                rs.getString("recording_digest"),
                rs.getString("recording_problem"));
    }

    /** @param recording with its type and name */
    @SuppressWarnings("ArrayRecordComponent") // on its way out; never compared
    public record Played(PaperRef recording, byte[] bytes) {}

    /**
     * Plays a recording: to whoever may read the appeal that it belongs to; one of no appeal to its agent and those who
     * answer for the desk.
     *
     * @throws NotFound when there is none, or it is not for this person
     */
    public Played play(UUID call, CurrentUser by) {
        PaperRef recording = recordings
                .of(call)
                .filter(_ -> mayHear(call, by))
                .orElseThrow(() -> new NotFound("recording", call.toString()));
        history.append(new Subject(CallFollowUp.KIND, call), Instants.now(clock), by.actor(), "RecordingPlayed", "{}");
        return new Played(recording, recordings.bytes(recording));
    }

    private boolean mayHear(UUID call, CurrentUser by) {
        List<String> appeals = jdbc.sql("select subject from desk.call_use where call = :call and kind = :kind")
                .param("call", call)
                .param("kind", APPEAL)
                .query(String.class)
                .list();
        for (String number : appeals) readable.get(number, by); // all of them, or none
        if (!appeals.isEmpty()) return true;
        return by.has(Role.SUPERVISOR)
                || by.has(Role.DISPATCHER)
                || jdbc.sql("select exists (select from desk.call where id = :call and account = :account)")
                        .param("call", call)
                        .param("account", by.account())
                        .query(Boolean.class)
                        .single();
    }
}
