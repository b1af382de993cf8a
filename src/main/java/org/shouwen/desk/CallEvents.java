package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.CallingNumber;
import org.shouwen.identity.Phone;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Service for what telephone systems tell: events of calls and of agents, in batches, in any order, as often as they like.
 * What can be read is kept and folded into calls in one transaction; what can not lies with {@link CallRejects}.
 */
@Service
@Transactional
public class CallEvents {
    /** Events that a batch has at most. */
    public static final int MOST = 1_000;

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final CallStore store;
    private final CallRejects rejects;
    private final Lines lines;
    private final CallFollowUp followUp;
    private final CallMeasures measures;
    private final MissedCallFollow missed;
    private final Dials dials;
    private final JsonMapper json;
    private final InstantSource clock;

    CallEvents(
            CallStore store,
            CallRejects rejects,
            Lines lines,
            CallFollowUp followUp,
            CallMeasures measures,
            MissedCallFollow missed,
            Dials dials,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.rejects = rejects;
        this.lines = lines;
        this.followUp = followUp;
        this.measures = measures;
        this.missed = missed;
        this.dials = dials;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param index in the batch, 0 first
     * @param field that is wrong
     * @param reason message key
     */
    public record Refused(int index, String field, String reason) {}

    /**
     * @param taken how many events are new
     * @param known how many had been told before
     * @param measures how calls that were offered are to be handled, where something holds for the number (Art. 20)
     */
    public record Taken(int taken, int known, List<Refused> rejected, List<CallMeasures.Handling> measures) {}

    /**
     * Takes a batch.
     *
     * @param source name of the telephone system, lower case, digits and hyphens
     * @param sentAt the source's time when it sent the batch, ISO 8601 with zone; shows how its clock stands
     * @throws BadInput when the source has no such name, or the batch is too large
     */
    public Taken take(
            @Nullable String source,
            @Nullable String sentAt,
            @Nullable List<? extends @Nullable Map<String, ? extends @Nullable Object>> events) {
        String name = Text.required("source", source, 40);
        if (!name.matches("[a-z0-9][a-z0-9-]*")) throw new BadInput("source", "problems.field.unreadable");
        if (events == null || events.isEmpty()) throw new BadInput("events", "problems.field.missing");
        if (events.size() > MOST) throw new BadInput("events", "desk.bad.call-batch", MOST);
        Instant arrived = Instants.now(clock);
        Duration skew = CallEventReader.skew(sentAt, arrived);
        List<CallEvent> read = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Map<String, ? extends @Nullable Object> fields = events.get(i) == null ? Map.of() : events.get(i);
            try {
                read.add(CallEventReader.read(name, fields, skew, arrived));
            } catch (BadInput e) {
                rejects.keep(name, json.writeValueAsString(fields), e);
                BadInput.Field field = e.fields().getFirst();
                refused.add(new Refused(i, field.field(), field.key()));
            }
        }
        if (!read.isEmpty()) store.told(name, arrived, skew);
        return keep(read, refused, arrived);
    }

    private Taken keep(List<CallEvent> read, List<Refused> refused, Instant arrived) {
        TreeMap<String, List<CallEvent>> ofCalls = new TreeMap<>();
        List<CallEvent> ofAgents = new ArrayList<>();
        for (CallEvent e : read)
            if (e.kind().ofAgent()) ofAgents.add(e);
            else ofCalls.computeIfAbsent(e.call(), _ -> new ArrayList<>()).add(e);
        int taken = 0;
        for (CallEvent e : ofAgents) if (store.add(e, arrived)) taken++;
        List<CallMeasures.Handling> handling = new ArrayList<>();
        TreeMap<String, Phone> numbers = new TreeMap<>();
        // in the order of names, so that two batches never wait for each other
        for (List<CallEvent> told : ofCalls.values()) {
            CallEvent one = told.getFirst();
            store.lock(one.source(), one.call());
            List<CallEvent> fresh =
                    told.stream().filter(e -> store.add(e, arrived)).toList();
            taken += fresh.size();
            Call call = fresh.isEmpty() ? null : fold(one.source(), one.call(), fresh, arrived, numbers);
            measures.answer(told, call).ifPresent(handling::add);
        }
        numbers.forEach(missed::follow);
        return new Taken(taken, read.size() - taken, refused, handling);
    }

    /** @param numbers takes the key and number of who calls */
    private Call fold(String source, String ref, List<CallEvent> fresh, Instant now, Map<String, Phone> numbers) {
        Call call = CallFold.of(store.events(source, ref));
        CallStore.Row row =
                store.row(source, ref).orElseGet(() -> new CallStore.Row(UuidCreator.getTimeOrderedEpoch(), ""));
        CallingNumber number = CallingNumber.of(call.caller().isEmpty() ? dials.number(call.dial()) : call.caller());
        UUID account =
                lines.account(call.agent()).or(() -> dials.account(call.dial())).orElse(null);
        String journalled = followUp.journal(row, call, account, now);
        String key = store.put(row.id(), call, number, account, journalled);
        if (key != null) numbers.put(key, Objects.requireNonNull(number.phone()));
        dials.rung(call.dial(), row.id());
        followUp.after(row.id(), call, number, fresh, now);
        return call;
    }

    /** When a source told something for the last time, our time; empty when it never has. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastTold(String source) {
        return store.lastTold(source);
    }

    /** What is no event at all lies with what could not be read, too. */
    public void unreadable(String source, String body) {
        rejects.keep(source, body, new BadInput("body", "problems.unreadable-json"));
    }

    /** A line of a log or feed that no adapter can read lies with what could not be read; the same line once. */
    public void unreadableLine(String source, String line) {
        rejects.keep(source, line, new BadInput("body", "desk.bad.line"));
    }

    /**
     * A person has put right what could not be read, and it is taken.
     *
     * @param body the event as a JSON object
     * @throws BadInput when it still can not be read; it stays
     */
    public void takeAgain(UUID reject, @Nullable String body, CurrentUser by) {
        CallRejects.Reject before = rejects.get(reject);
        Instant now = Instants.now(clock);
        Map<String, @Nullable Object> fields;
        try {
            fields = json.readValue(Text.required("body", body, 20_000), FIELDS);
        } catch (JacksonException e) {
            throw new BadInput("body", "problems.unreadable-json");
        }
        CallEvent event = CallEventReader.read(before.source(), fields, Duration.ZERO, now);
        keep(List.of(event), List.of(), now);
        rejects.settle(reject, true, by.name());
    }

    /** It is of no use. */
    public void setAside(UUID reject, CurrentUser by) {
        rejects.get(reject);
        rejects.settle(reject, false, by.name());
    }
}
