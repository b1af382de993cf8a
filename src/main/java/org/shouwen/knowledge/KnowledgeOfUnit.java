package org.shouwen.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.shouwen.directory.HangsOn;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a unit answers for in the knowledge base: articles that are read or in work, outages that last, and reports of what
 * is wrong. All of it goes to the unit that takes over, each with an entry of its own; words, versions and terms stay.
 */
@Component
@Basis(Clause.A4)
class KnowledgeOfUnit implements HangsOn {
    private static final String ARTICLES =
            " from knowledge.article_version where unit = :unit and state in ('DRAFT', 'CHECKED', 'PUBLISHED')";
    private static final String OUTAGES = " from knowledge.outage where unit = :unit and not withdrawn and ends > :now";
    private static final String FLAWS = " from knowledge.flaw where unit = :unit and settled is null";
    private static final String HANDED_OVER = "HandedOver";

    private final JdbcClient jdbc;
    private final ArticleStore articles;
    private final OutageStore outages;
    private final FlawStore flaws;
    private final History history;
    private final InstantSource clock;

    KnowledgeOfUnit(
            JdbcClient jdbc,
            ArticleStore articles,
            OutageStore outages,
            FlawStore flaws,
            History history,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.outages = outages;
        this.flaws = flaws;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public List<Hanging> onUnit(UnitId unit) {
        return List.of(
                Hanging.of("articles", texts("select distinct title" + ARTICLES + " order by title", unit)),
                Hanging.of("outages", texts("select title" + OUTAGES + " order by begins, id", unit)),
                Hanging.of("flaws", texts("select left(words, 30)" + FLAWS + " order by due, id", unit)));
    }

    @Override
    public void handOver(UnitId from, UnitId to, Actor by) {
        Instant now = Instants.now(clock);
        for (UUID id : ids("select id" + ARTICLES, from))
            articles.lock(id).ifPresent(v -> {
                ArticleVersion next = v.handedTo(to);
                articles.put(next, now);
                append(ArticleStore.KIND, id, now, by, ArticleStore.FORMAT.write(next));
            });
        for (UUID id : ids("select id" + OUTAGES, from))
            outages.lock(id).ifPresent(o -> {
                Outage next = o.handedTo(to);
                outages.put(next, now);
                append(OutageStore.KIND, id, now, by, OutageStore.FORMAT.write(next));
            });
        for (UUID id : ids("select id" + FLAWS, from))
            flaws.lock(id).ifPresent(f -> {
                Flaw next = f.handedTo(to);
                flaws.put(next);
                append(FlawStore.KIND, id, now, by, FlawStore.FORMAT.write(FlawEntry.of(next)));
            });
        // what was asked and stands nowhere follows the report that stands for it
        of("update knowledge.gap set unit = :to where unit = :unit and closed_at is null", from)
                .param("to", to.code())
                .update();
    }

    private void append(String kind, UUID id, Instant now, Actor by, String body) {
        history.append(new Subject(kind, id), now, by, HANDED_OVER, body);
    }

    private List<String> texts(String sql, UnitId unit) {
        return of(sql, unit).query(String.class).list();
    }

    private List<UUID> ids(String sql, UnitId unit) {
        return of(sql + " order by id", unit).query(UUID.class).list();
    }

    private JdbcClient.StatementSpec of(String sql, UnitId unit) {
        return jdbc.sql(sql).param("unit", unit.code()).param("now", Timestamp.from(clock.instant()));
    }
}
