package org.shouwen.channels.telephone;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.desk.CallEvents;
import org.shouwen.desk.CallMeasures;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to an Asterisk manager for as long as the application runs, comes again when the connection breaks, and reads from
 * the queue log what happened meanwhile. Two nodes may listen: what both tell is one event, and the first asks for a measure.
 */
@Component
class AmiConnector {
    private static final String SOURCE = "asterisk";
    private static final int BATCH = 100;

    private final String host;
    private final int port;
    private final String user;
    private final String secret;
    private final CallEvents events;
    private final QueueLogReader log;
    private final AmiMeasures measures;
    private final AmiTalks talks = new AmiTalks();
    private final InstantSource clock;
    private final Duration silent;
    private final SteadyListener listener = new SteadyListener("ami", this::once);
    private volatile @Nullable AmiConnection connection;

    /** @param answerMillis a manager that says nothing for so long is asked, and left when it says nothing for as long again */
    AmiConnector(
            @Value("${shouwen.telephone.ami.host:}") String host,
            @Value("${shouwen.telephone.ami.port:5038}") int port,
            @Value("${shouwen.telephone.ami.user:}") String user,
            @Value("${shouwen.telephone.ami.secret:}") String secret,
            @Value("${shouwen.telephone.ami.queue-log:}") String queueLog,
            CallEvents events,
            AmiMeasures measures,
            InstantSource clock,
            @Value("${shouwen.telephone.ami.answer-millis:10000}") long answerMillis) {
        this.silent = Duration.ofMillis(answerMillis);
        this.host = host;
        this.port = port;
        this.user = user;
        this.secret = secret;
        this.events = events;
        this.measures = measures;
        this.log = new QueueLogReader(SOURCE, queueLog.isBlank() ? null : Path.of(queueLog), events);
        this.clock = clock;
    }

    /** Whether an exchange is named in the settings. */
    boolean there() {
        return !host.isBlank();
    }

    AmiTalks talks() {
        return talks;
    }

    /** Whether it listens now. */
    boolean connected() {
        return connection != null;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (there()) listener.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        listener.stop();
        close(connection);
    }

    /** One session, until the manager closes it. */
    void once() throws IOException {
        try (AmiConnection manager = new AmiConnection(host, port, user, secret, silent)) {
            connection = manager;
            log.catchUp(clock.instant());
            hear(manager);
        } finally {
            connection = null;
        }
    }

    private void hear(AmiConnection manager) throws IOException {
        AmiEvents reader = new AmiEvents(talks);
        List<Map<String, @Nullable Object>> batch = new ArrayList<>();
        try {
            for (AmiMessage m = heard(manager); m != null; m = heard(manager)) {
                List<Map<String, @Nullable Object>> said = reader.read(m, clock.instant());
                boolean offer = said.stream().anyMatch(e -> "offered".equals(e.get("type")));
                if (offer) told(manager, reader, batch); // alone: whether it is new says who sends the call away
                batch.addAll(said);
                if (offer || !manager.more() || batch.size() >= BATCH) told(manager, reader, batch);
            }
        } finally {
            told(manager, reader, batch); // what was heard whole before the manager broke off
        }
    }

    private static @Nullable AmiMessage heard(AmiConnection manager) throws IOException {
        try {
            return manager.next();
        } catch (SocketTimeoutException e) {
            manager.send(Map.of("Action", "Ping"));
        }
        try {
            return manager.next();
        } catch (SocketTimeoutException e) {
            throw new IOException("the manager does not answer any more", e);
        }
    }

    private void told(AmiConnection manager, AmiEvents reader, List<Map<String, @Nullable Object>> batch)
            throws IOException {
        if (batch.isEmpty()) return;
        CallEvents.Taken taken = events.take(SOURCE, null, List.copyOf(batch));
        batch.clear();
        for (CallMeasures.Handling h : taken.measures()) {
            List<Map<String, String>> actions = measures.actions(h, reader); // both nodes know that it is sent away
            if (taken.taken() > 0) for (Map<String, String> action : actions) manager.send(action);
        }
    }

    /** Sends an action. @return whether a manager is there to take it */
    boolean send(Map<String, String> action) {
        AmiConnection manager = connection;
        if (manager == null) return false;
        try {
            manager.send(action);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the log has of the last day and was not told. */
    void nightly() {
        log.since(clock.instant().minus(Duration.ofHours(25)));
    }

    private static void close(@Nullable AmiConnection manager) {
        try {
            if (manager != null) manager.close();
        } catch (IOException e) {
            // it is gone
        }
    }
}
