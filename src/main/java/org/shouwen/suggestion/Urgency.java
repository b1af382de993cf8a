package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;

/**
 * A judgement of urgency with what follows from it under an edition: whom to call and what to say (Art. 8.3, 17). Still a
 * proposal; a named person decides (ruling 16).
 *
 * @param kind the urgent kind of the edition that was recognised; null for danger to life and for nothing
 * @param call the edition's emergency numbers, the one that fits first; empty when nothing urgent was found
 */
@Basis({Clause.A8_3, Clause.A17_9})
public record Urgency(UrgencyJudgement judgement, Edition.@Nullable UrgentKind kind, List<Edition.Target> call) {
    /** Nothing urgent. */
    public static final Urgency NOTHING = new Urgency(UrgencyJudgement.NOTHING, null, List.of());

    static Urgency of(UrgencyJudgement judgement, String guidance, Edition edition) {
        if (!judgement.isAlarming()) return NOTHING;
        Edition.UrgentKind kind = edition.urgentKinds().stream()
                .filter(k -> k.code().equals(judgement.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null && !judgement.isDanger()) return NOTHING; // of another edition
        String known = edition.target(guidance).filter(Edition.Target::danger).isPresent() ? guidance : "";
        UrgencyJudgement j = judgement;
        return new Urgency(
                new UrgencyJudgement(j.kind(), known, j.words(), j.start(), j.end()), kind, call(known, edition));
    }

    /**
     * The emergency numbers of an edition.
     *
     * @param first code of the guidance target that fits best; empty when that is not clear
     */
    public static List<Edition.Target> call(String first, Edition edition) {
        List<Edition.Target> call = new ArrayList<>();
        edition.target(first).filter(Edition.Target::danger).ifPresent(call::add);
        edition.guidance().stream()
                .filter(t -> t.danger() && !t.code().equals(first))
                .forEach(call::add);
        return List.copyOf(call);
    }

    /** Whether life is in danger (Art. 8.3). */
    public boolean danger() {
        return judgement.isDanger();
    }

    public boolean alarming() {
        return judgement.isAlarming();
    }

    /** What an appeal keeps of it: the code of the urgent kind, or {@link UrgencyJudgement#DANGER}; null for nothing. */
    public @Nullable String code() {
        return alarming() ? judgement.kind() : null;
    }

    /** Whether it is known which of the numbers fits; otherwise all of them are offered alike. */
    public boolean numberKnown() {
        return danger() && !judgement.guidance().isEmpty();
    }

    /** The urgent kind to propose for an order: the recognised one; for danger what the platform rules urgent (Art. 17.9). */
    public static String proposedKind(@Nullable String code, Edition edition) {
        if (code == null) return "";
        if (!code.equals(UrgencyJudgement.DANGER)) return code;
        return edition.urgentKinds().stream()
                .filter(k -> k.basis() == Clause.A17_9)
                .map(Edition.UrgentKind::code)
                .findFirst()
                .orElse("");
    }
}
