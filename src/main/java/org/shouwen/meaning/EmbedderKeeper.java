package org.shouwen.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the model's process going: one that ends is started anew, the longer after the oftener it does not come up. */
final class EmbedderKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(EmbedderKeeper.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private volatile @Nullable EmbedderProcess process;
    private @Nullable CountDownLatch stop;

    /** The process whose model is there; null: none now. */
    @Nullable
    EmbedderProcess process() {
        return process;
    }

    /** Keeps a process going on this folder's model until {@link #end}. */
    synchronized void keep(MeaningFolder model) {
        end();
        CountDownLatch until = new CountDownLatch(1);
        stop = until;
        Thread.ofPlatform().daemon().name("meaning").start(() -> keep(model, until));
    }

    synchronized void end() {
        CountDownLatch until = stop;
        if (until != null) until.countDown();
        stop = null;
        EmbedderProcess running = process;
        process = null;
        if (running != null) running.close();
    }

    private void keep(MeaningFolder model, CountDownLatch until) {
        try {
            if (!model.whole()) {
                LOG.warn("语义模型不完整，没有启用：执行 ./shouwen meaning bring。The model of meaning is not whole and not used.");
                return;
            }
            Duration pause = Duration.ofSeconds(1);
            do {
                if (lived(model, until)) pause = Duration.ofSeconds(1);
                else pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } while (!until.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            LOG.warn("语义模型不能读取。The model of meaning can not be read: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the model came up before the process ended */
    private boolean lived(MeaningFolder model, CountDownLatch until) throws InterruptedException {
        try (EmbedderProcess run = EmbedderProcess.start(model)) {
            run.ready().get(1, TimeUnit.MINUTES);
            synchronized (this) {
                if (until.getCount() == 0) return true;
                process = run;
            }
            LOG.info(
                    "语义检索已就绪。Search by meaning is ready: process {} with {} MB",
                    run.process().pid(),
                    residentMb(run));
            run.process().waitFor();
            if (until.getCount() > 0) LOG.warn("语义进程已结束，正在重启。The process of meaning has ended and is started anew.");
            return true;
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.warn("语义进程没有启动，见 {}。The process of meaning did not start: {}", model.log(), e.toString());
            return false;
        } finally {
            synchronized (this) {
                if (until.equals(stop)) process = null;
            }
        }
    }

    /** Resident memory of the process, in MiB; -1 where it can not be told. */
    static long residentMb(EmbedderProcess run) {
        try {
            for (String line : Files.readAllLines(
                    Path.of("/proc", Long.toString(run.process().pid()), "status")))
                if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            LOG.debug("no figures of the process", e);
        }
        return -1;
    }
}
