package org.shouwen.attachments;

import java.time.Duration;
import org.shouwen.blobs.BlobStore;
import org.shouwen.jobs.IrreversibleJob;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * Files that no row names: of acts that were refused or broke off after the bytes were written. They are destroyed after
 * a day (Art. 21).
 */
@Component
@Basis(Clause.A21)
class Orphans implements IrreversibleJob {
    private static final Duration AGE = Duration.ofDays(1);

    private final Papers papers;
    private final BlobStore blobs;

    Orphans(Papers papers, BlobStore blobs) {
        this.papers = papers;
        this.blobs = blobs;
    }

    @Override
    public String name() {
        return "paper-orphans";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        blobs.sweep(AGE, papers::named);
    }
}
