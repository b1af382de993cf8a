package org.shouwen.knowledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A version that is published mends what was reported before its words were last written; what came later stays open. The
 * form shows all that is open to whoever writes them (Art. 4).
 */
@Component
@Basis(Clause.A4)
class MendedFlaws {
    private static final Set<String> WRITTEN = Set.of(Articles.WRITTEN, Articles.REWRITTEN);
    private final FlawStore store;
    private final Flaws flaws;
    private final History history;

    MendedFlaws(FlawStore store, Flaws flaws, History history) {
        this.store = store;
        this.flaws = flaws;
        this.history = history;
    }

    @EventListener
    void on(ArticlePublished published) {
        ArticleVersion v = published.version();
        Instant written = written(v);
        for (Flaw f : store.ofArticle(v.article()))
            if (f.at().isBefore(written)) flaws.settleIfOpen(f.id(), "已更正，第 " + v.version() + " 版已发布", published.by());
    }

    private Instant written(ArticleVersion v) {
        return history.of(new Subject(ArticleStore.KIND, v.id())).stream()
                .filter(e -> WRITTEN.contains(e.type()))
                .map(Recorded::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
