package org.shouwen.suggestion;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of each suggestion: proposed, how sure, by which model, and what a named person decided (ruling 16). Codes
 * only; a forgotten person's rows lose the appeal they belong to.
 */
@Service
public class ProposalLog implements PersonalStore {
    /** Older rows say nothing of today's models. */
    static final int KEPT_DAYS = 730;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ProposalLog(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A field whose proposal has been decided on. {@code proposed} and {@code decided} are codes, empty for words. */
    public record Decided(
            String field,
            String proposed,
            double confidence,
            Suggestion.Band band,
            String model,
            String decided,
            boolean same) {}

    @Transactional
    public void add(@Nullable UUID appeal, List<Decided> all, CurrentUser by) {
        Timestamp at = Timestamp.from(Instants.now(clock));
        for (Decided d : all)
            jdbc.sql("""
                            insert into suggestion.proposal (id, appeal, field, proposed, confidence, band, model, became,
                                decided, account, officer, at)
                            values (:id, :appeal, :field, :proposed, :confidence, :band, :model, :became, :decided,
                                :account, :officer, :at)
                            """)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("appeal", appeal)
                    .param("field", d.field())
                    .param("proposed", d.proposed())
                    .param("confidence", d.confidence())
                    .param("band", d.band().name())
                    .param("model", d.model())
                    .param("became", became(d).name())
                    .param("decided", d.decided())
                    .param("account", by.account())
                    .param("officer", by.name())
                    .param("at", at)
                    .update();
    }

    private static ProposalEntry.Became became(Decided d) {
        if (d.same()) return ProposalEntry.Became.ACCEPTED;
        return d.decided().isEmpty() ? ProposalEntry.Became.LEFT : ProposalEntry.Became.CHANGED;
    }

    /**
     * How a field's proposals fared in the last days.
     *
     * @param proposed the code that was proposed; empty for the field as a whole
     */
    public record Figure(
            String field, String proposed, long all, long accepted, long changed, long sure, long sureAccepted) {}

    /** By field, and within it by what was proposed, most frequent first. */
    @Transactional(readOnly = true)
    public List<Figure> figures(int days) {
        return jdbc.sql("""
                        select field, case when grouping(proposed) = 1 then '' else proposed end as proposed, count(*) as all_of, count(*) filter (where became = 'ACCEPTED') as accepted,
                            count(*) filter (where became = 'CHANGED') as changed,
                            count(*) filter (where band = 'SURE') as sure,
                            count(*) filter (where band = 'SURE' and became = 'ACCEPTED') as sure_accepted
                        from suggestion.proposal where at > :since
                        group by grouping sets ((field), (field, proposed))
                        having grouping(proposed) = 1 or proposed <> ''
                        order by field, grouping(proposed) desc, count(*) desc, proposed
                        """)
                .param("since", Timestamp.from(clock.instant().minus(days, ChronoUnit.DAYS)))
                .query((rs, _) -> new Figure(
                        rs.getString("field"),
                        rs.getString("proposed") == null ? "" : rs.getString("proposed"),
                        rs.getLong("all_of"),
                        rs.getLong("accepted"),
                        rs.getLong("changed"),
                        rs.getLong("sure"),
                        rs.getLong("sure_accepted")))
                .list();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<ProposalEntry> page(@Nullable After after, int most) {
        return ProposalPages.page(jdbc, after, most);
    }

    /** What has outlived its term. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from suggestion.proposal where at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT_DAYS, ChronoUnit.DAYS)))
                .update();
    }

    @Override
    public String store() {
        return "suggestion.proposal";
    }

    @Override
    @Transactional
    public void forget(UUID appeal) {
        jdbc.sql("update suggestion.proposal set appeal = null where appeal = :appeal")
                .param("appeal", appeal)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean holds(UUID appeal) {
        return jdbc.sql("select exists (select from suggestion.proposal where appeal = :appeal)")
                .param("appeal", appeal)
                .query(Boolean.class)
                .single();
    }
}
