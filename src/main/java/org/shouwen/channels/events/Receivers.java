package org.shouwen.channels.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door to the list of receivers: who is told, since when, what waits and what went wrong; each change is journalled. */
@Service
@Transactional
@Basis(Clause.A21)
public class Receivers {
    private static final String KIND = "event_receiver";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ReceiverStore store;
    private final CursorStore cursors;
    private final ReceiverKeys keys;
    private final History history;
    private final KafkaSettings kafka;
    private final JsonMapper json;
    private final InstantSource clock;
    private final EventSchema schema = new EventSchema();

    Receivers(
            ReceiverStore store,
            CursorStore cursors,
            ReceiverKeys keys,
            History history,
            KafkaSettings kafka,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.cursors = cursors;
        this.keys = keys;
        this.history = history;
        this.kafka = kafka;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Receiver.Shown> all() {
        long through = store.feed().through();
        return store.all().stream()
                .map(r -> {
                    Receiver.Cursor c = cursors.of(r.id());
                    return new Receiver.Shown(r, c, Math.max(0, through - c.at()));
                })
                .toList();
    }

    /** Types that can be asked for. */
    public Set<String> types() {
        return new TreeSet<>(schema.types());
    }

    /**
     * Adds a receiver, which is told of what happens from now on.
     *
     * @param types parted by commas or blanks
     * @return the secret with which it is signed; shown this once
     */
    public String add(
            @Nullable String name,
            @Nullable String address,
            @Nullable String types,
            @Nullable String batch,
            CurrentUser by) {
        Receiver r = new Receiver(
                UuidCreator.getTimeOrderedEpoch(),
                Text.required("name", name, 60),
                address(address),
                types(types),
                batch(batch),
                false,
                1,
                Instants.now(clock));
        if (store.named(r.name())) throw new BadInput("name", "events.bad.named");
        store.add(r, store.feed().through());
        journal(r, "ReceiverAdded", by);
        return keys.shown(r);
    }

    /** By a person: nothing is told until it is resumed, and nothing is lost. */
    public void pause(UUID id, CurrentUser by) {
        Receiver r = get(id);
        store.pause(id, true);
        journal(r, "ReceiverPaused", by);
    }

    /** After a pause, after it was stopped because it failed, and to try again at once what fails. */
    public void resume(UUID id, CurrentUser by) {
        Receiver r = get(id);
        store.pause(id, false);
        cursors.resume(id);
        journal(r, "ReceiverResumed", by);
    }

    public void remove(UUID id, CurrentUser by) {
        Receiver r = get(id);
        store.remove(id, Instants.now(clock));
        journal(r, "ReceiverRemoved", by);
    }

    /** @return the new secret; the old one holds no more */
    public String renewSecret(UUID id, CurrentUser by) {
        store.renewSecret(get(id).id());
        Receiver r = get(id);
        journal(r, "SecretRenewed", by);
        return keys.shown(r);
    }

    private Receiver get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("event receiver", id.toString()));
    }

    private void journal(Receiver r, String type, CurrentUser by) {
        Instant now = Instants.now(clock);
        String body = json.writeValueAsString(
                Map.of("name", r.name(), "address", r.address(), "types", r.types(), "batch", r.batch()));
        history.append(new Subject(KIND, r.id()), now, by.actor(), type, body);
    }

    /** Over TLS; in the clear on this machine only. */
    private String address(@Nullable String typed) {
        String address = Text.required("address", typed, 500);
        if (address.startsWith(KafkaTopics.SCHEME)) return topic(address);
        try {
            URI uri = new URI(address);
            boolean here = LOOPBACK.contains(String.valueOf(uri.getHost()));
            boolean plain = "http".equals(uri.getScheme()) && here;
            if (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme()) || plain))
                return address;
        } catch (URISyntaxException e) {
            // said below
        }
        throw new BadInput("address", "events.bad.address");
    }

    /** A topic of the Kafka that the settings name. */
    private String topic(String address) {
        if (!address.substring(KafkaTopics.SCHEME.length()).matches("[A-Za-z0-9._-]{1,249}"))
            throw new BadInput("address", "events.bad.topic");
        if (!kafka.on() || !kafka.safe()) throw new BadInput("address", "events.bad.kafka");
        return address;
    }

    private List<String> types(@Nullable String typed) {
        List<String> patterns = Arrays.stream(
                        Text.required("types", typed, 2000).split("[,，\\s]+", -1))
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList();
        for (String p : patterns)
            if (schema.matching(List.of(p)).isEmpty()) throw new BadInput("types", "events.bad.type", p);
        return patterns;
    }

    private static int batch(@Nullable String typed) {
        String text = Text.clean(typed);
        if (text.isEmpty()) return 100;
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > 500)
            throw new BadInput("batch", "events.bad.batch");
        return Integer.parseInt(text);
    }
}
