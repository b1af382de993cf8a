package org.shouwen.inbound;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of which nothing could be made, with the reason: opened with a reason of one's own, which is journalled before
 * anything shows (Art. 21), put right and taken in again, or laid aside.
 */
@Service
public class Rejects {
    /** Kind of their subject in the history. */
    static final String KIND = "inbound";

    private final InboundStore store;
    private final InboundReader reader;
    private final History history;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    Rejects(
            InboundStore store,
            InboundReader reader,
            History history,
            JdbcClient jdbc,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.history = history;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param system whose system it came from; empty where the source has one only
     * @param reason last word of a message key {@code inbound.reason.…}
     */
    public record Row(
            UUID id,
            String source,
            String system,
            Instant at,
            @Nullable Instant sourceAt,
            int size,
            String reason,
            boolean danger) {}

    /** Those with words of danger first, then the longest waiting. */
    @Transactional(readOnly = true)
    public Page<Row> page(@Nullable After after, int limit) {
        String rows = "select r.*, case when r.danger then 0 else 1 end as rank, " + Keyset.earliest("r.received_at")
                + " as turn from inbound.received r where r.state = 'REJECTED'";
        return Keyset.page(
                jdbc,
                rows,
                Map.of(),
                after,
                limit,
                (rs, _) -> new Row(
                        rs.getObject("id", UUID.class),
                        rs.getString("source"),
                        system(rs.getString("source"), rs.getString("event")),
                        Instants.of(rs, "received_at"),
                        Instants.orNull(rs, "source_at"),
                        rs.getInt("size"),
                        rs.getString("reason"),
                        rs.getBoolean("danger")));
    }

    private String system(String source, String event) {
        return reader.format(source).map(f -> f.system(event)).orElse("");
    }

    /**
     * What stands in a message, as far as it is text.
     *
     * @param typed why the person looks; journalled
     */
    @Transactional
    public String open(UUID id, @Nullable String typed, CurrentUser by) {
        String why = Text.required("why", typed, 200);
        Received r = store.rejected(id).orElseThrow(() -> new NotFound(KIND, id.toString()));
        journal(id, "Opened", Map.of("why", PersonalDataDetector.mask(why, Identity.UNNAMED)), by);
        return reader.lenient(r);
    }

    /** Whether it is put right in its own text. */
    @Transactional(readOnly = true)
    public boolean fields(UUID id) {
        return store.rejected(id)
                .flatMap(r -> reader.format(r.source()))
                .map(InboundFormat::fields)
                .orElse(false);
    }

    /** Takes it in again as it is: after a setting or the program was put right, or a flood is over. */
    @Transactional
    public void again(UUID id, CurrentUser by) {
        again(id, null, "TakenAgain", by);
    }

    /**
     * Takes it in again as a person has read it.
     *
     * @param sender as the channel writes senders; empty for unknown
     * @param number of the appeal that it belongs to; empty for none
     * @throws BadInput naming {@code sender} or {@code text}
     */
    @Transactional
    public void corrected(
            UUID id, @Nullable String sender, @Nullable String text, @Nullable String number, CurrentUser by) {
        Received r = store.rejected(id).orElseThrow(() -> new NotFound(KIND, id.toString()));
        String from = Text.optional("sender", sender, 200);
        InboundFormat format =
                reader.format(r.source()).orElseThrow(() -> new BadInput("text", "inbound.bad.no-connector"));
        if (!from.isEmpty()) format.sender(from);
        Correction read = new Correction(
                from,
                Text.required("text", text, format.fields() ? InboundReader.FIELDS : 10_000),
                WorkOrderNumber.read(Text.optional("number", number, 60))
                        .map(WorkOrderNumber::text)
                        .orElse(""));
        again(id, reader.hidden(id, read), "Corrected", by);
    }

    private void again(UUID id, byte @Nullable [] corrected, String type, CurrentUser by) {
        if (!store.again(id, corrected, Instants.now(clock))) throw new NotFound(KIND, id.toString());
        journal(id, type, Map.of(), by);
    }

    /** Nothing is made of it, for a reason: advertising, a test of the connector. */
    @Transactional
    public void settle(UUID id, @Nullable String typed, CurrentUser by) {
        String why = PersonalDataDetector.mask(Text.required("why", typed, 200), Identity.UNNAMED);
        if (!store.settle(id, by.name() + "：" + why, Instants.now(clock))) throw new NotFound(KIND, id.toString());
        journal(id, "LaidAside", Map.of("why", why), by);
    }

    private void journal(UUID id, String type, Map<String, String> body, CurrentUser by) {
        history.append(new Subject(KIND, id), Instants.now(clock), by.actor(), type, json.writeValueAsString(body));
    }
}
