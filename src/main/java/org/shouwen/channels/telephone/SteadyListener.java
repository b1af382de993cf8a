package org.shouwen.channels.telephone;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that is begun anew whenever it breaks, after a second, then longer, at most half a minute. */
final class SteadyListener {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyListener.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** One session, until the other side ends it. */
    interface Session {
        void run() throws IOException, InterruptedException;
    }

    private final String name;
    private final Session session;
    private volatile @Nullable Thread listener;

    SteadyListener(String name, Session session) {
        this.name = name;
        this.session = session;
    }

    void start() {
        Thread own = Thread.ofVirtual().name(name).unstarted(this::listen);
        listener = own; // before it runs: it asks whether it is still wanted
        own.start();
    }

    void stop() {
        Thread running = listener;
        listener = null;
        if (running != null) running.interrupt();
    }

    private void listen() {
        Duration pause = FIRST;
        while (listener == Thread.currentThread()) {
            long began = System.nanoTime();
            try {
                session.run();
            } catch (InterruptedException e) {
                return; // told to stop
            } catch (IOException | RuntimeException e) {
                if (listener != null) LOG.warn("{}: {}", name, e.toString());
            }
            boolean held = System.nanoTime() - began > LONGEST.toNanos();
            if (held) pause = FIRST;
            try {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
