package org.shouwen.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files that no row names: of acts that were refused or broke off after the bytes were written. They are destroyed after
 * a day (Art. 21).
 */
@Component
@Basis(Clause.A21)
class Orphans implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final Duration AGE = Duration.ofDays(1);

    private final Papers papers;
    private final Store store;

    Orphans(Papers papers, Store store) {
        this.papers = papers;
        this.store = store;
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
        for (Path file : store.lyingFor(AGE)) {
            String name = String.valueOf(file.getFileName());
            try {
                if (papers.named(name.replace(Store.ASIDE, ""))) store.putBack(file);
                else store.removeLying(file, AGE);
            } catch (NoSuchFileException e) {
                LOG.debug("taken away meanwhile: {}", name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
