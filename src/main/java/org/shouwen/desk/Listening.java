package org.shouwen.desk;

import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One side of a call on its way to a recogniser. Whoever brings the sound never waits: what a slow recogniser can not take is
 * left out and counted, and one that fails ends the transcript and nothing of the call.
 */
public final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /** Frames that wait; two seconds of such as exchanges send. */
    private static final int WAITING = 100;

    private static final Frame END = new Frame(new byte[0], -1);

    @SuppressWarnings("ArrayRecordComponent") // on its way; never compared
    private record Frame(byte[] pcm, long atMs) {
        boolean end() {
            return atMs < 0;
        }
    }

    private final BlockingQueue<Frame> waiting = new ArrayBlockingQueue<>(WAITING + 1);
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread worker;
    private volatile boolean closed;

    Listening(SpeechRecogniser.Ear ear, UUID call) {
        worker = Thread.ofVirtual().name("speech").start(() -> work(ear, call));
    }

    /** As {@link SpeechRecogniser.Ear#frame}. */
    public void frame(byte[] pcm, long atMs) {
        if (closed || atMs < 0) return;
        if (waiting.size() >= WAITING || !waiting.offer(new Frame(pcm, atMs))) leftOut.incrementAndGet();
    }

    /** How many frames the recogniser could not take in time. */
    public long leftOut() {
        return leftOut.get();
    }

    private void work(SpeechRecogniser.Ear ear, UUID call) {
        try (ear) {
            for (Frame f = waiting.take(); !f.end(); f = waiting.take()) ear.frame(f.pcm(), f.atMs());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // it is somebody else's program
            LOG.warn("no more is heard of call {}: {}", call, e.getClass().getSimpleName());
        } finally {
            closed = true;
            waiting.clear();
        }
    }

    /** The call is over; what was heard is settled. Does not wait for it. */
    @Override
    public void close() {
        if (!closed && !waiting.offer(END)) worker.interrupt();
        closed = true;
    }
}
