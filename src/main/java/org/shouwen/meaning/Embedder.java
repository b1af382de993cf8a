package org.shouwen.meaning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Service for vectors of words: keeps the model's process where the city has brought the model, starts it anew when it ends
 * or does not answer, and ends it with the application. Without the model there are no vectors, and nobody waits for any.
 */
@Service
public class Embedder {
    private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);
    private static final Duration TEXT = Duration.ofSeconds(30);

    /** So many questions without an answer in time, one after the other, and the process is ended. */
    private static final int SILENT = 8;

    private final MeaningFolder folder;
    private final AtomicInteger silent = new AtomicInteger();
    private final EmbedderKeeper keeper = new EmbedderKeeper();
    private String tried = "";

    Embedder(@Value("${shouwen.home:.shouwen}") Path home) {
        this.folder = MeaningFolder.under(home);
    }

    /**
     * For a command that measures, outside of the application: the model of a home, ready; {@link #end} ends it.
     *
     * @throws IOException when the home has no model, or it does not start
     */
    public static Embedder of(Path home) throws IOException {
        MeaningFolder there = MeaningFolder.under(home);
        if (!there.whole()) throw new IOException("没有语义模型 no model: ./shouwen meaning bring (" + there.path() + ")");
        Embedder embedder = new Embedder(home);
        embedder.keep(there);
        for (int i = 0; i < 600 && !embedder.ready(); i++) LockSupport.parkNanos(100_000_000);
        if (!embedder.ready()) throw new IOException("语义进程没有启动 it did not start: " + there.log());
        return embedder;
    }

    /** The home of a command that runs outside of the application. */
    public static Path home() {
        String home = System.getenv("SHOUWEN_HOME");
        return Path.of(home == null || home.isBlank() ? ".shouwen" : home)
                .toAbsolutePath()
                .normalize();
    }

    /** Takes up a model that was brought to the home, and lets go of one that was taken away; asked again and again. */
    public synchronized void look() {
        String there = folder.seen();
        if (there.equals(tried)) return;
        tried = there;
        if (there.isEmpty()) end();
        else keep(folder);
    }

    /** Takes the model out of the home. */
    public void drop() throws IOException {
        folder.drop();
    }

    /** Ends the model's process. */
    @EventListener(ContextClosedEvent.class)
    public void end() {
        keeper.end();
    }

    void keep(MeaningFolder model) {
        keeper.keep(model);
    }

    /** Whether words can be made into vectors now. */
    public boolean ready() {
        return keeper.process() != null;
    }

    /** After which vectors are named: those of another model have nothing to do with them. */
    public String model() {
        return ModelPart.all().getFirst().file();
    }

    /** The vector of a question; no vector at once where there is no model. {@link #await} waits for it. */
    public Future<byte[]> question(String words) {
        EmbedderProcess run = keeper.process();
        return run == null ? CompletableFuture.failedFuture(new IOException("no model")) : run.ask(true, words);
    }

    /** What came within this time; a process that is silent again and again is ended. */
    public Optional<byte[]> await(Future<byte[]> question, Duration most) {
        try {
            byte[] vector = question.get(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS);
            silent.set(0);
            return Optional.of(vector);
        } catch (TimeoutException e) {
            question.cancel(true);
            if (silent.incrementAndGet() >= SILENT) endSilent();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void endSilent() {
        EmbedderProcess run = keeper.process();
        silent.set(0);
        if (run != null) run.process().destroyForcibly();
    }

    /** Vectors of texts, in their order; nobody waits for them. Empty when the process ended meanwhile. */
    public List<byte[]> texts(List<String> texts) {
        EmbedderProcess run = keeper.process();
        List<byte[]> vectors = new ArrayList<>();
        if (run == null) return vectors;
        List<CompletableFuture<byte[]>> asked =
                texts.stream().map(t -> run.ask(false, t)).toList();
        try {
            for (CompletableFuture<byte[]> each : asked) vectors.add(each.get(TEXT.toMillis(), TimeUnit.MILLISECONDS));
            return vectors;
        } catch (TimeoutException e) {
            run.process().destroyForcibly();
        } catch (ExecutionException e) {
            LOG.debug("no vectors", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    /** Of the model's process. */
    long pid() {
        EmbedderProcess run = keeper.process();
        return run == null ? -1 : run.process().pid();
    }

    /** Resident memory of the model's process, in MiB; -1 where it can not be told. */
    public long residentMb() {
        EmbedderProcess run = keeper.process();
        return run == null ? -1 : EmbedderKeeper.residentMb(run);
    }
}
