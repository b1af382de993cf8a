package org.shouwen.channels.boards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.ReadyAppeal;
import org.shouwen.appeal.Receipt;
import org.shouwen.channels.boards.PostStore.Post;
import org.shouwen.history.Actor;
import org.shouwen.keys.Hmac;
import org.shouwen.problems.BadInput;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes rows some at a time; what a source's number has brought before is not taken again. */
final class BoardBatches {
    private static final int BATCH = 200;

    /** So many are told by their number. */
    private static final int TOLD = 100;

    /** A row with its appeal, which was checked. */
    private record Ready(BoardRow row, ReadyAppeal appeal) {}

    private final String source;
    private final Intake intake;
    private final PostStore posts;
    private final TransactionTemplate transaction;
    private final Hmac hmac;
    private final boolean dryRun;
    private final Instant now;
    private final Map<String, Ready> batch = new LinkedHashMap<>();
    private final List<String> changed = new ArrayList<>();
    private final Map<BoardRow, BadInput> refused = new LinkedHashMap<>();
    private int taken;
    private int known;

    BoardBatches(
            String source,
            Intake intake,
            PostStore posts,
            TransactionTemplate transaction,
            Hmac hmac,
            boolean dryRun,
            Instant now) {
        this.source = source;
        this.intake = intake;
        this.posts = posts;
        this.transaction = transaction;
        this.hmac = hmac;
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

    void add(BoardRow row, ReadyAppeal appeal) {
        Ready before = batch.putIfAbsent(row.id(), new Ready(row, appeal));
        if (before != null) again(row.id(), Arrays.equals(words(before.row()), words(row)));
        if (batch.size() == BATCH) flush();
    }

    void flush() {
        if (batch.isEmpty()) return;
        Map<String, Post> there = posts.known(source, batch.keySet());
        List<Ready> fresh = new ArrayList<>();
        batch.values().forEach(ready -> {
            Post post = there.get(ready.row().id());
            if (post == null) fresh.add(ready);
            else again(post.id(), post.says(words(ready.row())));
        });
        batch.clear();
        if (dryRun) taken += fresh.size();
        else if (!fresh.isEmpty()) take(fresh);
    }

    private void again(String id, boolean same) {
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
            for (int i = 0; i < rows.size(); i++) {
                BoardRow row = rows.get(i).row();
                Receipt r = receipts.get(i);
                posts.add(new Post(source, row.id(), r.number(), r.id(), row.writtenAt(), now, words(row), null));
                if (r.again()) known++;
                else taken++;
            }
        });
    }

    private byte[] words(BoardRow row) {
        return hmac.of("board:" + row.appeal().title() + "\n" + row.appeal().content());
    }
}
