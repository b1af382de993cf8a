package org.shouwen.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One run of the model's process. Whoever asks waits for no pipe: requests are written by a thread of their own, and one
 * that finds the queue full, or the process gone, fails at once.
 */
final class EmbedderProcess implements AutoCloseable {
    private static final int QUEUE = 64;

    private record Request(int number, boolean question, byte[] words) {}

    private final Process process;
    private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final Map<Integer, CompletableFuture<byte[]>> open = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private EmbedderProcess(Process process) {
        this.process = process;
    }

    static EmbedderProcess start(MeaningFolder folder) throws IOException {
        folder.lay();
        Process process = new ProcessBuilder(folder.command())
                .directory(folder.path().toFile())
                .redirectError(folder.log().toFile())
                .start();
        EmbedderProcess started = new EmbedderProcess(process);
        Thread.ofPlatform().daemon().name("meaning-in").start(started::read);
        Thread.ofPlatform().daemon().name("meaning-out").start(started::write);
        return started;
    }

    /** Done when the model is there. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    Process process() {
        return process;
    }

    CompletableFuture<byte[]> ask(boolean question, String words) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        int number = last.incrementAndGet();
        open.put(number, answer);
        CompletableFuture<byte[]> _ = answer.whenComplete((_, _) -> open.remove(number));
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        if (!process.isAlive() || !waiting.offer(new Request(number, question, bytes)))
            answer.completeExceptionally(new IOException("the model's process does not take more"));
        return answer;
    }

    private void write() {
        try (DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(process.getOutputStream()))) {
            while (process.isAlive()) {
                Request next = waiting.take();
                out.writeInt(next.number());
                out.writeByte(next.question() ? 0 : 1);
                out.writeInt(next.words().length);
                out.write(next.words());
                out.flush();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(process.getInputStream()))) {
            while (true) {
                int number = in.readInt();
                int length = in.readInt();
                if (length < 0 || length > OnnxModel.SIZE) throw new IOException("a vector of " + length);
                byte[] vector = in.readNBytes(length);
                if (number == 0) ready.complete(null);
                CompletableFuture<byte[]> answer = open.get(number);
                if (answer == null) continue;
                if (length == OnnxModel.SIZE) answer.complete(vector);
                else answer.completeExceptionally(new IOException("no vector"));
            }
        } catch (IOException e) {
            process.destroyForcibly();
            ready.completeExceptionally(e);
            open.values().forEach(a -> a.completeExceptionally(e));
        }
    }

    /** Its input ends, and it with it; whoever still waits is told. */
    @Override
    public void close() {
        process.destroyForcibly();
        IOException ended = new IOException("the model's process has ended");
        open.values().forEach(a -> a.completeExceptionally(ended));
    }
}
