package org.shouwen.knowledge;

import static org.shouwen.regulation.Clause.A2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.StoredFormat;
import org.shouwen.regulation.Refused;

/**
 * 公开答复: an answer that everybody may read, without anything of whoever asked (Art. 2, 21). One proposes, another
 * publishes.
 *
 * @param question masked
 * @param answer masked
 * @param unit who answered; null: the platform
 * @param appeal where it came from; null once the appellant is forgotten
 * @param decider account of who published, refused or withdrew it; null while it is proposed
 * @param reason of a refusal or withdrawal; else empty
 */
public record PublicAnswer(
        UUID id,
        Topic topic,
        String title,
        String question,
        String answer,
        @Nullable UnitId unit,
        @Nullable UUID appeal,
        State state,
        UUID proposer,
        Instant proposedAt,
        @Nullable UUID decider,
        @Nullable Instant decidedAt,
        String reason) {
    static final String KIND = "public_answer";
    static final StoredFormat<Sealed> FORMAT = StoredFormat.of(Sealed.class);

    public enum Topic {
        /** 建议. */
        SUGGESTION,
        /** What many asked about. */
        COMMON
    }

    public enum State {
        /** 待审核. */
        PROPOSED,
        /** 已公开. */
        PUBLISHED,
        /** 不公开. */
        REFUSED,
        /** 已撤回. */
        WITHDRAWN
    }

    /** As its history keeps it: a digest stands for the words. */
    record Sealed(
            UUID id,
            Topic topic,
            String wordsDigest,
            @Nullable UnitId unit,
            State state,
            UUID proposer,
            Instant proposedAt,
            @Nullable UUID decider,
            @Nullable Instant decidedAt) {}

    Sealed sealed() {
        return new Sealed(id, topic, digest(), unit, state, proposer, proposedAt, decider, decidedAt);
    }

    private String digest() {
        try {
            String words = String.join("\u0000", title, question, answer, reason);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 公开 or 不公开: by somebody of the platform who did not propose it. */
    Optional<Refused> refuseDecision(CurrentUser by) {
        if (state != State.PROPOSED) return no("public-decided");
        if (!ArticleVersion.platform(by)) return no("publishes");
        return by.account().equals(proposer) ? no("public-own") : Optional.empty();
    }

    /** 撤回: by anybody of the platform, also whoever proposed it: what is wrong must be gone at once. */
    Optional<Refused> refuseWithdrawal(CurrentUser by) {
        if (state != State.PUBLISHED) return no("public-not-out");
        return ArticleVersion.platform(by) ? Optional.empty() : no("publishes");
    }

    PublicAnswer decided(State next, String why, CurrentUser by, Instant now) {
        return new PublicAnswer(
                id, topic, title, question, answer, unit, appeal, next, proposer, proposedAt, by.account(), now, why);
    }

    /** Without a way back to the appeal, and with these words. */
    PublicAnswer apart(String heading, String asked, String answered) {
        return new PublicAnswer(
                id,
                topic,
                heading,
                asked,
                answered,
                unit,
                null,
                state,
                proposer,
                proposedAt,
                decider,
                decidedAt,
                reason);
    }

    /** Whether everybody can read it. */
    public boolean out() {
        return state == State.PUBLISHED;
    }

    /** Whether everybody could read it once, so that it may have been taken for an answer. */
    boolean wasOut() {
        return out() || state == State.WITHDRAWN;
    }

    private static Optional<Refused> no(String words) {
        return Optional.of(new Refused(A2, "knowledge.refused." + words));
    }
}
