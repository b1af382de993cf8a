package org.shouwen.channels.boards;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.ReadyAppeal;
import org.shouwen.appeal.Receipt;
import org.shouwen.channels.boards.PostStore.Post;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows some at a time, and writes some while the next are read and checked: two processors are busy and no more than two
 * batches lie in memory. What a source's number has brought before is not taken again; a row that can not be taken costs itself.
 */
final class BoardBatches implements AutoCloseable {
    private static final int BATCH = 200;

    /** So many are told by their number. */
    private static final int TOLD = 100;

    /** A row with its appeal, which was checked. */
    private record Ready(BoardRow row, ReadyAppeal appeal) {}

    private final String source;
    private final Intake intake;
    private final PostStore posts;
    private final TransactionTemplate transaction;
    private final PostWords words;
    private final BoardRejects rejects;
    private final boolean dryRun;
    private final Instant now;
    private final Map<String, Ready> batch = new LinkedHashMap<>();
    private final List<String> changed = new ArrayList<>();
    private final Map<BoardRow, BadInput> refused = new LinkedHashMap<>();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("boards").factory());
    private @Nullable Future<?> writing;
    private int taken;
    private int known;

    BoardBatches(
            String source,
            Intake intake,
            PostStore posts,
            TransactionTemplate transaction,
            PostWords words,
            BoardRejects rejects,
            boolean dryRun,
            Instant now) {
        this.source = source;
        this.intake = intake;
        this.posts = posts;
        this.transaction = transaction;
        this.words = words;
        this.rejects = rejects;
        this.dryRun = dryRun;
        this.now = now;
    }

    int taken() {
        return taken;
    }

    int known() {
        return known;
    }

    List<String> changed() {
        return List.copyOf(changed);
    }

    /** What the database would not have, by row. */
    Map<BoardRow, BadInput> refused() {
        return refused;
    }

    void add(BoardRow row, ReadyAppeal appeal) throws IOException {
        Ready before = batch.putIfAbsent(row.id(), new Ready(row, appeal));
        if (before != null) again(row.id(), Arrays.equals(words.digest(before.row()), words.digest(row)));
        if (batch.size() == BATCH) flush();
    }

    /** All that was added is in. */
    void finish() throws IOException {
        flush();
        await();
    }

    private void flush() throws IOException {
        if (batch.isEmpty()) return;
        List<Ready> rows = List.copyOf(batch.values());
        batch.clear();
        await();
        writing = writer.submit(() -> write(rows));
    }

    private void await() throws IOException {
        Future<?> before = writing;
        writing = null;
        if (before == null) return;
        try {
            before.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("boards");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) throw why;
            throw new IllegalStateException(e.getCause());
        }
    }

    private void write(List<Ready> rows) {
        Map<String, Post> there =
                posts.known(source, rows.stream().map(r -> r.row().id()).toList());
        List<Ready> fresh = new ArrayList<>();
        rows.forEach(ready -> {
            Post post = there.get(ready.row().id());
            if (post == null) fresh.add(ready);
            else again(post.id(), post.says(words.digest(ready.row())));
        });
        if (dryRun) taken += fresh.size();
        else if (!fresh.isEmpty()) take(fresh);
    }

    private synchronized void again(String id, boolean same) {
        known++;
        if (!same && changed.size() < TOLD) changed.add(id);
    }

    private void take(List<Ready> rows) {
        try {
            keep(rows, submit(rows));
        } catch (RuntimeException together) {
            for (Ready row : rows) alone(row);
        }
    }

    private void alone(Ready ready) {
        try {
            keep(List.of(ready), submit(List.of(ready)));
        } catch (BadInput e) {
            refused.put(ready.row(), e);
        }
    }

    private List<Receipt> submit(List<Ready> rows) {
        List<Origin> origins = Collections.nCopies(rows.size(), new Origin("import:" + source, null));
        return intake.submitAll(rows.stream().map(Ready::appeal).toList(), origins, Actor.SYSTEM);
    }

    private void keep(List<Ready> rows, List<Receipt> receipts) {
        transaction.executeWithoutResult(_ -> {
            List<Post> all = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                all.add(words.post(source, rows.get(i).row(), receipts.get(i), now));
            }
            posts.add(all);
            rejects.taken(source, all.stream().map(Post::id).toList());
        });
        count(receipts);
    }

    private synchronized void count(List<Receipt> receipts) {
        for (Receipt r : receipts)
            if (r.again()) known++;
            else taken++;
    }

    @Override
    public void close() {
        writer.close();
    }
}
