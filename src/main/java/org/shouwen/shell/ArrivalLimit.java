package org.shouwen.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Tomcat speaks it, with an end for whoever sends a byte now and then: Tomcat itself ends connections that are
 * silent, never one that drips. A request's head arrives within a minute of its first byte; for what follows we wait a
 * minute altogether, and a second more for each eight kibibytes that have come, so that a photo over a weak line is not
 * cut off. It holds for everything: JSON, forms, files, and what nobody wants to read any more.
 */
public final class ArrivalLimit extends Http11NioProtocol {
    private static final int PER_SECOND = 8 * 1024;
    private static final int BESIDE_CHUNKS = 16;
    private Duration within = Duration.ofMinutes(1);
    private @Nullable ScheduledExecutorService watch;

    /** Chunks and what follows the last one have hardly anything beside them, so that each soon ends or is a body's. */
    public ArrivalLimit() {
        setMaxExtensionSize(BESIDE_CHUNKS);
        setMaxTrailerSize(BESIDE_CHUNKS);
    }

    /** @param within from a request's first byte, for its head and for what comes slowly after it */
    void setWithin(Duration within) {
        this.within = within;
    }

    @Override
    public void start() throws Exception {
        super.start();
        ScheduledExecutorService anew = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("arrival-limit").daemon().factory());
        watch = anew;
        long every = Math.max(100, within.toMillis() / 12);
        var _ = anew.scheduleWithFixedDelay(this::endSlowHeads, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) watch.shutdownNow();
        super.stop();
    }

    private void endSlowHeads() {
        try {
            for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
                if (!connection.getLock().tryLock()) continue; // at work
                try {
                    if (tooSlow(connection)) connection.close();
                } finally {
                    connection.getLock().unlock();
                }
            }
        } catch (RuntimeException e) {
            getLog().warn("half requests could not be ended; tried again soon", e);
        }
    }

    /**
     * A connection has a processor of its own while it waits for the rest of a head. For empty lines before one it has
     * none: they show only in that something came long after the last answer and is nothing to answer.
     */
    private boolean tooSlow(SocketWrapperBase<?> connection) {
        Object current = connection.getCurrentProcessor();
        if (current instanceof AbstractProcessor waiting) {
            long started = waiting.getRequest().getStartTimeNanos();
            return !waiting.isAsync() && started >= 0 && System.nanoTime() - started > within.toNanos();
        }
        return current == null
                && connection instanceof NioSocketWrapper socket
                && socket.getLastRead() - socket.getLastWrite() > within.toMillis();
    }

    @Override
    protected Processor createProcessor() {
        Processor processor = super.createProcessor();
        Request request = processor.getRequest();
        request.setInputBuffer(new Timely(request, request.getInputBuffer()));
        return processor;
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new Emptying(adapter));
    }

    /** A body, read by whomever: only the time in which it was waited for counts, not what we ourselves took. */
    private final class Timely implements InputBuffer {
        private final Request request;
        private final InputBuffer in;
        private long of;
        private long waited;

        Timely(Request request, InputBuffer in) {
            this.request = request;
            this.in = in;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (of != request.getStartTimeNanos()) {
                of = request.getStartTimeNanos();
                waited = 0;
            }
            long before = System.nanoTime();
            int read = in.doRead(handler);
            waited += System.nanoTime() - before;
            long more = TimeUnit.SECONDS.toNanos(1) * request.getBytesRead() / PER_SECOND;
            if (waited > within.toNanos() + more) throw new IOException("the body takes too long");
            return read;
        }

        @Override
        public int available() {
            return in.available();
        }
    }

    /** What is left of a body is read after the answer has gone, as Tomcat does itself, but not for ever. */
    private final class Emptying implements Adapter {
        private final Adapter real;

        Emptying(Adapter real) {
            this.real = real;
        }

        @Override
        public void service(Request request, Response response) throws Exception {
            real.service(request, response);
            AtomicBoolean goesOn = new AtomicBoolean();
            request.action(ActionCode.ASYNC_IS_ASYNC, goesOn);
            // whoever asked first whether to send a body, and heard no, sends none
            boolean refused = response.getStatus() < 200 || response.getStatus() > 299;
            if (goesOn.get() || (request.hasExpectation() && refused)) return;
            if (!emptied(request)) request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }

        private boolean emptied(Request request) {
            try {
                Nowhere nowhere = new Nowhere();
                for (int left = getMaxSwallowSize(); !request.isFinished(); ) {
                    int n = request.doRead(nowhere);
                    left -= n;
                    if (n < 0) return true;
                    if (left < 0) return false;
                }
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return real.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return real.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            real.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            real.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return real.getDomain();
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
