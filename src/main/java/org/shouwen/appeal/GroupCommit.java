package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.shouwen.problems.Busy;

/**
 * Commits waiting requests in groups: one writer takes what has gathered while the last group was written, so that a
 * flush to disk serves many. Each request is answered after its commit. When a group fails, each of its requests is
 * tried alone, so that a bad one harms nobody else.
 */
final class GroupCommit<T, R> {
    private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

    private final int most;
    private final BlockingQueue<Waiting<T, R>> queue;
    private final Function<List<T>, List<R>> write;
    private final Thread writer;
    private volatile boolean closing;

    /**
     * @param capacity how many may wait; beyond it {@link Busy}
     * @param most how many one group may hold
     * @param write writes a group in one transaction and gives an answer for each, in the same order
     */
    GroupCommit(String name, int capacity, int most, Function<List<T>, List<R>> write) {
        this.most = most;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.write = write;
        this.writer = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        writer.start();
    }

    /** Waits until it is on disk. Throws what the writing of this very item threw. */
    R submit(T item) {
        Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
        if (closing || !queue.offer(waiting)) throw new Busy(writer.getName());
        if (closing && !writer.isAlive() && queue.remove(waiting)) throw new Busy(writer.getName());
        try {
            return waiting.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    /** Takes no more, writes what still waits, and returns when that is on disk. */
    void close() {
        closing = true;
        writer.interrupt();
        try {
            if (writer.isAlive()) writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Waiting<T, R> late = queue.poll(); late != null; late = queue.poll())
            late.answer().completeExceptionally(new Busy(writer.getName()));
    }

    private void run() {
        List<Waiting<T, R>> group = new ArrayList<>(most);
        while (true) {
            try {
                if (closing && queue.isEmpty()) return;
                group.add(queue.take());
            } catch (InterruptedException e) {
                continue; // closing: the loop ends when nothing waits any more
            }
            queue.drainTo(group, most - 1);
            Thread.interrupted(); // closing must not disturb a commit under way
            together(group);
            group.clear();
        }
    }

    private void together(List<Waiting<T, R>> group) {
        List<R> answers;
        try {
            answers = write.apply(group.stream().map(Waiting::item).toList());
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) group.getFirst().answer().completeExceptionally(e);
            else for (Waiting<T, R> w : group) together(List.of(w));
            return;
        }
        for (int i = 0; i < group.size(); i++) group.get(i).answer().complete(answers.get(i));
    }
}
