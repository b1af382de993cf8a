package org.shouwen.channels.letters;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.SentAgain;
import org.shouwen.attachments.Papers;
import org.shouwen.history.Actor;
import org.shouwen.inbound.Scans;
import org.shouwen.inbound.TakenScans;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.problems.NotAnswering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The picture of a letter becomes a paper of the appeal that was made of it. Where the place for files does not answer, the
 * scan keeps it, and it comes by itself: the clerk has nothing to send again.
 */
@Component
public class LetterPictures implements OwnThreadJob {
    private static final Logger LOG = LoggerFactory.getLogger(LetterPictures.class);
    private static final int AT_ONCE = 20;

    private final Scans scans;
    private final TakenScans taken;
    private final AppealPapers papers;
    private final SentAgain before;
    private final TransactionTemplate transaction;

    LetterPictures(
            Scans scans, TakenScans taken, AppealPapers papers, SentAgain before, TransactionTemplate transaction) {
        this.scans = scans;
        this.taken = taken;
        this.papers = papers;
        this.before = before;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "letter-pictures";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        for (UUID id : taken.owed(AT_ONCE)) {
            try {
                if (!keep(id, Actor.SYSTEM)) return;
            } catch (RuntimeException e) { // the others' pictures do not wait for this one
                LOG.error("the picture of letter {} did not become a paper: {}", id, e.toString());
            }
        }
    }

    /**
     * Once, however often it is asked for.
     *
     * @param id of a scan that was taken
     * @return false when it could not be stored now
     */
    public boolean keep(UUID id, Actor by) {
        try {
            transaction.executeWithoutResult(_ -> taken.hold(id).ifPresent(t -> kept(t, by)));
            return true;
        } catch (RuntimeException e) {
            if (!NotAnswering.in(e)) throw e;
            return false;
        }
    }

    /** The paper and that nothing more is to be done, in one transaction: neither twice nor without the other. */
    private void kept(TakenScans.Taken t, Actor by) {
        Papers.File picture = new Papers.File(t.scan().name(), t.scan().picture());
        papers.attach(t.number(), before.missing(t.number(), List.of(picture)), by);
        scans.done(t.scan().id(), t.number());
    }
}
