package org.shouwen.knowledge;

import static org.shouwen.regulation.Clause.A4;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Refused;

/**
 * A version of an article, from draft to withdrawal: whoever wrote it does not check it. The decisions are pure.
 *
 * @param id of this version
 * @param article the same in all versions
 * @param version 1 first
 * @param author account of who wrote it; null for an import by command
 * @param checker account of who checked it; null until then
 * @param reviewBy the day by which its owner has to look at it again
 */
public record ArticleVersion(
        UUID id,
        UUID article,
        int version,
        ArticleContent content,
        State state,
        @Nullable UUID author,
        @Nullable UUID checker,
        LocalDate reviewBy) {
    public enum State {
        /** 草稿. */
        DRAFT,
        /** 已核对. */
        CHECKED,
        /** 已发布. */
        PUBLISHED,
        /** A later version is published. */
        REPLACED,
        /** 已撤下. */
        WITHDRAWN
    }

    /** Whether the person may write articles of a unit: its own people, and the platform's who keep the base. */
    static Optional<Refused> refuseWriting(UnitId unit, CurrentUser by) {
        return platform(by) || own(unit, by) ? Optional.empty() : no("not-yours");
    }

    Optional<Refused> refuseChange(CurrentUser by) {
        if (state == State.REPLACED || state == State.WITHDRAWN) return no("over");
        return refuseWriting(content.unit(), by);
    }

    /** 核对: by a second person, of the unit's leaders or the platform. */
    Optional<Refused> refuseCheck(CurrentUser by) {
        if (state != State.DRAFT) return no("not-a-draft");
        if (by.account().equals(author)) return no("own-words");
        return platform(by) || (own(content.unit(), by) && by.has(Role.UNIT_LEADER)) ? Optional.empty() : no("checks");
    }

    /** 发布: by the platform, after it was checked. */
    Optional<Refused> refusePublication(CurrentUser by) {
        if (state != State.CHECKED) return no("not-checked");
        return platform(by) ? Optional.empty() : no("publishes");
    }

    Optional<Refused> refuseWithdrawal(CurrentUser by) {
        if (state == State.REPLACED || state == State.WITHDRAWN) return no("over");
        return platform(by) || own(content.unit(), by) ? Optional.empty() : no("not-yours");
    }

    /** 复核: the owner has looked at it and it is still right. */
    Optional<Refused> refuseReview(CurrentUser by) {
        if (state != State.PUBLISHED) return no("not-published");
        return platform(by) || own(content.unit(), by) ? Optional.empty() : no("not-yours");
    }

    /** What this person may do with it now, as the paths of the acts name it. */
    public List<String> acts(CurrentUser by) {
        List<String> acts = new ArrayList<>();
        if (refuseChange(by).isEmpty()) acts.add("form");
        if (refuseCheck(by).isEmpty()) acts.add("checks");
        if (refusePublication(by).isEmpty()) acts.add("publications");
        if (refuseReview(by).isEmpty()) acts.add("reviews");
        if (refuseWithdrawal(by).isEmpty()) acts.add("withdrawals");
        return acts;
    }

    /** The draft with other words; it has to be checked again. */
    ArticleVersion rewritten(ArticleContent next, CurrentUser by) {
        return new ArticleVersion(id, article, version, next, State.DRAFT, by.account(), null, reviewBy);
    }

    ArticleVersion checkedBy(CurrentUser by) {
        return new ArticleVersion(id, article, version, content, State.CHECKED, author, by.account(), reviewBy);
    }

    ArticleVersion published(LocalDate today) {
        LocalDate review = today.plusDays(content.kind().reviewDays());
        return new ArticleVersion(id, article, version, content, State.PUBLISHED, author, checker, review);
    }

    ArticleVersion as(State next) {
        return new ArticleVersion(id, article, version, content, next, author, checker, reviewBy);
    }

    /** Another unit answers for it; what it says and when it is reviewed stays. */
    ArticleVersion handedTo(UnitId unit) {
        return new ArticleVersion(id, article, version, content.of(unit), state, author, checker, reviewBy);
    }

    ArticleVersion reviewed(LocalDate today) {
        return published(today);
    }

    /** Whether it is what is read now. */
    public boolean out() {
        return state == State.PUBLISHED;
    }

    /** Whether its owner should have looked at it again by now. */
    public boolean late(LocalDate today) {
        return state == State.PUBLISHED && reviewBy.isBefore(today);
    }

    /** What time has made of what is published: {@code EXPIRED} or {@code NOT_YET}; empty while it holds, and otherwise. */
    public String timed(LocalDate today) {
        if (state != State.PUBLISHED || content.holds(today)) return "";
        LocalDate from = content.validFrom();
        return from != null && today.isBefore(from) ? "NOT_YET" : "EXPIRED";
    }

    /** Whoever of the platform keeps the base: checks, publishes and deals with what is reported. */
    public static boolean platform(CurrentUser by) {
        return by.has(Role.SUPERVISOR) || by.has(Role.BUREAU) || by.has(Role.DISPATCHER);
    }

    private static boolean own(UnitId unit, CurrentUser by) {
        return unit.equals(by.unit())
                && (by.has(Role.UNIT_DESK) || by.has(Role.UNIT_OFFICER) || by.has(Role.UNIT_LEADER));
    }

    private static Optional<Refused> no(String words) {
        return Optional.of(new Refused(A4, "knowledge.refused." + words));
    }
}
