package org.shouwen.channels.telephone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.shouwen.desk.CallEvents;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the dialog events of a SIP proxy: a file to which it appends a line for each, which a restart reads again from
 * shortly before the last event that was told, or a socket on which it sends them, which keeps nothing.
 */
@Component
class SipFeed {
    private static final String SOURCE = "sip";
    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final int BATCH = 200;
    private static final int LONGEST_LINE = 20_000;

    /** How often the file is looked at: a call is on the screen within a second of its ring. */
    private static final long LOOK_MS = 100;

    private final String file;
    private final String host;
    private final int port;
    private final CallEvents events;
    private final SipEvents reader;
    private final List<SteadyListener> listeners = new ArrayList<>();
    private volatile @Nullable Socket socket;

    SipFeed(
            @Value("${shouwen.telephone.sip.file:}") String file,
            @Value("${shouwen.telephone.sip.host:}") String host,
            @Value("${shouwen.telephone.sip.port:8448}") int port,
            CallEvents events,
            JsonMapper json) {
        this.file = file;
        this.host = host;
        this.port = port;
        this.events = events;
        this.reader = new SipEvents(json);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!file.isBlank()) listeners.add(new SteadyListener("sip-file", () -> follow(Path.of(file))));
        if (!host.isBlank()) listeners.add(new SteadyListener("sip-socket", this::listen));
        listeners.forEach(SteadyListener::start);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws IOException {
        listeners.forEach(SteadyListener::stop);
        Socket open = socket;
        if (open != null) open.close();
    }

    private void follow(Path path) throws IOException, InterruptedException {
        long at = 0;
        Instant since = events.lastTold(SOURCE).map(t -> t.minus(BEFORE)).orElse(Instant.EPOCH);
        while (true) {
            if (Files.isRegularFile(path)) at = take(path, at, since);
            Thread.sleep(LOOK_MS);
        }
    }

    /**
     * Takes the whole lines behind a place in the file.
     *
     * @return where the next line begins; 0 when the file was begun anew
     */
    long take(Path path, long at, Instant since) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
            long size = in.length();
            if (size == at) return at;
            long place = size < at ? 0 : at;
            in.seek(place);
            byte[] fresh = new byte[(int) Math.min(size - place, 1 << 20)];
            in.readFully(fresh);
            int end = fresh.length;
            while (end > 0 && fresh[end - 1] != '\n') end--;
            if (end == 0 && fresh.length >= LONGEST_LINE) end = fresh.length; // no line of ours
            take(new String(fresh, 0, end, StandardCharsets.UTF_8).lines().toList(), since);
            return place + end;
        }
    }

    private void take(List<String> lines, Instant since) {
        List<Map<String, @Nullable Object>> batch = new ArrayList<>();
        for (String line : lines) {
            Optional<SipEvents.Line> read = reader.read(line);
            read.filter(l -> !l.at().isBefore(since)).ifPresent(l -> batch.addAll(l.events()));
            if (read.isEmpty() && SipEvents.meant(line)) events.unreadableLine(SOURCE, line);
            if (batch.size() >= BATCH) flush(batch);
        }
        flush(batch);
    }

    private void flush(List<Map<String, @Nullable Object>> batch) {
        if (!batch.isEmpty()) events.take(SOURCE, null, List.copyOf(batch));
        batch.clear();
    }

    private void listen() throws IOException {
        try (Socket s = new Socket()) {
            socket = s;
            s.connect(new InetSocketAddress(host, port), 5_000);
            keepAlive(s);
            BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.UTF_8));
            for (String frame = frame(in); frame != null; frame = frame(in)) take(List.of(frame), Instant.EPOCH);
        } finally {
            socket = null;
        }
    }

    /** A proxy says nothing while nobody calls: whether its machine is still there is asked beneath, every half minute. */
    private static void keepAlive(Socket s) throws IOException {
        s.setKeepAlive(true);
        if (!s.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) return;
        s.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 30);
        s.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 10);
        s.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
    }

    /** A line, or a netstring {@code length:object,} as proxies frame them. @return null at the end */
    static @Nullable String frame(BufferedReader in) throws IOException {
        StringBuilder frame = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (frame.length() > LONGEST_LINE) throw new IOException("a frame of more than " + LONGEST_LINE);
            if (depth == 0 && c != '{') continue; // lengths, commas and line ends between objects
            frame.append((char) c);
            if (c == '"' && frame.charAt(Math.max(0, frame.length() - 2)) != '\\') quoted = !quoted;
            if (!quoted && c == '{') depth++;
            if (!quoted && c == '}' && --depth == 0) return frame.toString();
        }
        return null;
    }
}
