package org.shouwen.workorder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.attachments.RecentUploads;
import org.shouwen.attachments.RecentUploads.Upload;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.jobs.IrreversibleJob;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * Files that were uploaded for an order and that no act has named within a day are no evidence of anything; they go
 * (Art. 21). Their bytes follow with those that no row names.
 */
@Component
@Basis(Clause.A21)
class LooseFiles implements IrreversibleJob {
    private static final Duration AGE = Duration.ofDays(1);

    /** What is older was looked at many times. */
    private static final Duration LOOKED_AT = Duration.ofDays(8);

    private static final String KIND = OrderFiles.subject("");
    private static final int STEP = 500;

    private final RecentUploads uploads;
    private final OrderStore orders;
    private final History history;
    private final InstantSource clock;

    LooseFiles(RecentUploads uploads, OrderStore orders, History history, InstantSource clock) {
        this.uploads = uploads;
        this.orders = orders;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "loose-files";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        UUID after = new UUID(0, 0);
        while (true) {
            List<Upload> step = uploads.between(
                    KIND.substring(0, KIND.length() - 1), now.minus(LOOKED_AT), now.minus(AGE), after, STEP);
            if (step.isEmpty()) return;
            step.stream().collect(Collectors.groupingBy(Upload::subject)).forEach(this::unnamed);
            after = step.getLast().id();
        }
    }

    private void unnamed(String subject, List<Upload> files) {
        Optional<OrderRow> order = orders.find(subject.substring(KIND.length()));
        if (order.isEmpty()) return;
        List<Recorded> acts = history.of(order.get().subject());
        uploads.destroy(files.stream()
                .map(Upload::id)
                .filter(id -> acts.stream().noneMatch(act -> act.body().contains(id.toString())))
                .toList());
    }
}
