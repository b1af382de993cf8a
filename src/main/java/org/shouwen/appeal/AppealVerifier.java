package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.history.KeyedDigest;
import org.shouwen.history.Recorded;
import org.shouwen.history.VerifiableRows;
import org.springframework.stereotype.Component;

/** Holds each appeal's row, and what was added to it, against its history. */
@Component
class AppealVerifier implements VerifiableRows {
    private final KeptAppeals kept;
    private final AppealRows rows;
    private final AppealDigest digest;
    private final Papers papers;

    AppealVerifier(KeptAppeals kept, AppealRows rows, AppealDigest digest, Papers papers) {
        this.kept = kept;
        this.rows = rows;
        this.digest = digest;
        this.papers = papers;
    }

    @Override
    public String kind() {
        return Appeal.KIND;
    }

    @Override
    public Stream<Row> rows() {
        return kept.all()
                .map(k -> new Row(k.appeal().id(), k.appeal().chain(), entries -> differences(k, entries, true))
                        .known(k.appeal().number()));
    }

    @Override
    public String gone(List<Recorded> entries) {
        return rows.event(entries.getFirst().body()) instanceof AppealEvent.Received e
                ? e.number()
                : VerifiableRows.super.gone(entries);
    }

    /** @param beside also what stands in rows of their own: its files and its part in the case */
    List<String> differences(KeptAppeals.Kept kept, List<Recorded> entries, boolean beside) {
        List<String> differences = new ArrayList<>();
        Appeal a = kept.appeal();
        String words = "";
        String reference = null;
        String outcome = null;
        String rating = null;
        String review = null;
        String ruling = null;
        AppealEvent.Decided decided = null;
        AppealEvent.Rated rated = null;
        Recorded judgement = null;
        Recorded decision = null;
        List<PaperRef> attached = new ArrayList<>();
        boolean asked = false;
        boolean ruled = false;
        List<AppealEvent.Added> added = new ArrayList<>();
        for (Recorded entry : entries) {
            switch (rows.event(entry.body())) {
                case AppealEvent.Received e -> {
                    words = e.wordsDigest();
                    if (!e.number().equals(a.number())) differences.add("its number was changed");
                    if (!e.appellant().equals(a.appellant())) differences.add("its appellant was changed");
                    reference = e.reference();
                    if (!e.channel().equals(a.channel())) differences.add("its channel was changed");
                    if (!Objects.equals(e.unit(), a.unit())) differences.add("the unit that was asked was changed");
                    if (!entry.at().equals(a.receivedAt())) differences.add("its time of receipt was moved");
                }
                case AppealEvent.Decided e -> {
                    words = e.wordsDigest();
                    outcome = e.outcomeDigest();
                    decided = e;
                    decision = entry;
                }
                case AppealEvent.Attached e -> attached.addAll(e.papers());
                case AppealEvent.ReviewAsked e -> {
                    asked = true;
                    review = e.wordsDigest();
                    Review r = a.review();
                    if (r == null || !r.askedAt().equals(entry.at()))
                        differences.add("its request for a review was changed");
                }
                case AppealEvent.ReviewRuled e -> {
                    ruled = true;
                    ruling = e.reasonDigest();
                    if (!rulingFits(a.review(), e, entry)) differences.add("its review was changed");
                    if (!e.upheld()) {
                        decided = null;
                        decision = null;
                        outcome = null;
                    }
                }
                case AppealEvent.Rated e -> {
                    rated = e;
                    rating = e.wordsDigest();
                    judgement = entry;
                }
                case AppealEvent.HeadingCorrected e -> words = e.wordsDigest();
                case AppealEvent.RatingLapsed _ -> {
                    rated = null;
                    rating = null;
                    judgement = null;
                }
                case AppealEvent.Added e -> added.add(e);
                case AppealEvent.Forgotten e -> {
                    reference = null;
                    words = e.digests().words();
                    outcome = e.digests().outcome();
                    rating = e.digests().rating();
                    review = e.digests().review();
                    ruling = e.digests().ruling();
                    for (int i = 0; i < added.size(); i++)
                        added.set(
                                i,
                                new AppealEvent.Added(
                                        added.get(i).addition(),
                                        e.additionDigests().get(i)));
                }
            }
        }
        AppealDigest.All written = digest.of(a);
        if (!KeyedDigest.fits(reference, digest.reference(a))) differences.add("its channel was changed");
        if (!KeyedDigest.fits(words, written.words())) differences.add("its words were changed");
        if (!KeyedDigest.fits(outcome, written.outcome())) differences.add("its outcome was changed");
        if (!KeyedDigest.fits(rating, written.rating())) differences.add("its rating was changed");
        if (!KeyedDigest.fits(review, written.review())) differences.add("its request for a review was changed");
        if (!KeyedDigest.fits(ruling, written.ruling())) differences.add("its review was changed");
        if (decided != null && decision != null && !decisionFits(kept, decided, decision))
            differences.add("its outcome was changed");
        if (beside
                && !attached.isEmpty()
                && !papers.of(AppealPapers.subject(a.number())).equals(attached))
            differences.add("what was attached to it was changed");
        if ((a.review() != null) != asked || (a.review() != null && a.review().ruling() != null) != ruled)
            differences.add("its review was made up");
        if (decided == null && (a.decision() != null || !kept.state().equals("WAITING")))
            differences.add("its outcome was not decided by anyone");
        if (rated != null && judgement != null && !ratingFits(a.rating(), rated, judgement))
            differences.add("its rating was changed");
        if (rated == null && a.rating() != null) differences.add("its rating was given by nobody");
        for (int i = 0; i < added.size(); i++)
            if (i >= kept.additions().size()
                    || !additionFits(a.salt(), kept.additions().get(i), added.get(i)))
                differences.add("what was added to it was changed");
        if (beside && !a.isParty(kept.party())) differences.add("its part in the case was changed");
        if (added.size() < kept.additions().size()) differences.add("something was added by nobody");
        return differences;
    }

    private boolean decisionFits(KeptAppeals.Kept kept, AppealEvent.Decided e, Recorded entry) {
        Appeal.Decision d = kept.appeal().decision();
        return d != null
                && kept.state().equals("DECIDED")
                && kept.outcome().equals(e.outcome())
                && d.outcome().type().equals(e.outcome())
                && Objects.equals(d.account(), entry.by().account())
                && d.officer().equals(entry.by().name())
                && d.at().equals(entry.at())
                && kept.order()
                        .equals(Objects.requireNonNullElse(
                                AppealStore.orderNumber(kept.appeal().number(), d.outcome()), ""));
    }

    private boolean rulingFits(@Nullable Review review, AppealEvent.ReviewRuled e, Recorded entry) {
        Review.Ruling g = review == null ? null : review.ruling();
        return g != null
                && g.upheld() == e.upheld()
                && g.account().equals(entry.by().account())
                && g.officer().equals(entry.by().name())
                && g.at().equals(entry.at());
    }

    private static boolean ratingFits(Appeal.@Nullable Rating r, AppealEvent.Rated e, Recorded entry) {
        return r != null && r.satisfied() == e.satisfied() && r.resolved() == e.resolved() && r.at().equals(entry.at());
    }

    private boolean additionFits(String salt, String kept, AppealEvent.Added e) {
        String[] parts = kept.split(" ", 2);
        return parts[0].equals(e.addition().toString())
                && KeyedDigest.fits(e.textDigest(), digest.said(salt, "addition", parts[1]));
    }
}
