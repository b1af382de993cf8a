package org.shouwen.appeal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.jdbc.Instants;
import org.shouwen.notification.Message;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Stale;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Nothing;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for reviews of declined appeals; the rules are {@link Review}'s. */
@Service
public class Reviews {
    private final AppealStore store;
    private final HeldAppeals held;
    private final AppealRows rows;
    private final AppealDigest digest;
    private final History history;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final LapsedRatings lapsed;
    private final InstantSource clock;

    Reviews(
            AppealStore store,
            HeldAppeals held,
            AppealRows rows,
            AppealDigest digest,
            History history,
            Outbox outbox,
            JdbcClient jdbc,
            LapsedRatings lapsed,
            InstantSource clock) {
        this.lapsed = lapsed;
        this.store = store;
        this.held = held;
        this.rows = rows;
        this.digest = digest;
        this.history = history;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What waits for a review, oldest first. */
    @Transactional(readOnly = true)
    public Page<Appeal> waiting(CurrentUser by, @Nullable After after, int limit) {
        String rowsOf = "select a.*, 0 as rank, " + Keyset.earliest("review_asked_at") + " as turn from intake.appeal a"
                + " where review_asked_at is not null and reviewed_at is null and "
                + ConflictOfInterest.appeal("a.number");
        return Keyset.page(jdbc, rowsOf, Map.of("reader", ConflictOfInterest.name(by)), after, limit, rows::map);
    }

    /** @param by the appellant, or the officer to whom they said it */
    @Transactional
    public Result<Nothing> ask(String number, @Nullable String typed, Actor by) {
        Appeal a = locked(number);
        String words = Text.optional("words", typed, 2000);
        Optional<Refused> refused = Review.refuseAsking(a, words);
        if (refused.isPresent()) return new Result.No<>(refused.get());
        Instant now = Instants.now(clock);
        Chain chain = append(a, new AppealEvent.ReviewAsked(digest.said(a.salt(), "review", words)), now, by);
        store.review(a, new Review(now, words, null), chain);
        tell(a, NotificationType.REVIEW_ASKED, List.of(), now);
        return Result.done();
    }

    /**
     * @param expected the version that the officer saw; null when any will do
     * @throws Stale when it is no longer as the officer saw it
     */
    @Transactional
    public Result<Nothing> rule(
            String number, boolean upheld, @Nullable String typed, CurrentUser by, @Nullable Long expected) {
        Appeal a = locked(number);
        if (expected != null && expected != a.version()) throw new Stale("appeal", expected, a.version());
        String reason = Text.optional("reason", typed, 1000);
        Optional<Refused> refused = Review.refuseRuling(a, reason, by);
        Review asked = a.review();
        if (refused.isPresent() || asked == null) return new Result.No<>(refused.orElseThrow());
        Instant now = Instants.now(clock);
        Review.Ruling ruling = new Review.Ruling(upheld, reason, by.account(), by.name(), now);
        Chain chain = append(
                a, new AppealEvent.ReviewRuled(upheld, digest.said(a.salt(), "ruling", reason)), now, by.actor());
        store.review(a, new Review(asked.askedAt(), asked.words(), ruling), chain);
        if (!upheld) lapsed.lapse(locked(number), now, by.actor());
        tell(a, upheld ? NotificationType.REVIEW_UPHELD : NotificationType.REVIEW_OVERTURNED, List.of(reason), now);
        return Result.done();
    }

    private Appeal locked(String number) {
        return store.lock(number).map(held::require).orElseThrow(() -> new NotFound("appeal", number));
    }

    private Chain append(Appeal a, AppealEvent event, Instant now, Actor by) {
        return history.append(new Entry(a.subject(), a.chain(), now, by, rows.name(event), rows.write(event)));
    }

    private void tell(Appeal a, NotificationType moment, List<String> args, Instant now) {
        outbox.put(List.of(new Message(a.appellant(), a.number(), moment, args, now)));
    }
}
