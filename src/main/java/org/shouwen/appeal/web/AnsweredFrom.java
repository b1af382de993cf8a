package org.shouwen.appeal.web;

import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Receipt;
import org.shouwen.jdbc.Instants;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/** Which article in which version a program names with an answer; recorded as when somebody at the desk takes it (Art. 12.1). */
@Component
@Basis(Clause.A12_1)
class AnsweredFrom {
    private final AnswersUsed used;
    private final InstantSource clock;

    AnsweredFrom(AnswersUsed used, InstantSource clock) {
        this.used = used;
        this.clock = clock;
    }

    /** An article in one version. */
    private record Named(UUID article, int version) {}

    /**
     * Before the answer is taken.
     *
     * @throws BadInput when the article was never published in this version, or only one of the two is named
     */
    void check(AppealBody.@Nullable OutcomeBody body) {
        Named named = named(body);
        if (named != null && used.cited(named.article(), named.version()).isEmpty())
            throw new BadInput("outcome.article", "problems.field.unknown", named.article());
    }

    /** After it was taken; an answer that came before under the same key is recorded once. */
    void record(AppealBody.@Nullable OutcomeBody body, Receipt taken) {
        Named named = named(body);
        if (named != null) used.record(taken.number(), named.article(), named.version(), Instants.now(clock));
    }

    private static @Nullable Named named(AppealBody.@Nullable OutcomeBody body) {
        if (body == null || !Text.clean(body.type()).equals("answered")) return null;
        if (body.article() == null && body.articleVersion() == null) return null;
        if (body.article() == null) throw new BadInput("outcome.article", "problems.field.missing");
        if (body.articleVersion() == null) throw new BadInput("outcome.articleVersion", "problems.field.missing");
        return new Named(body.article(), body.articleVersion());
    }
}
