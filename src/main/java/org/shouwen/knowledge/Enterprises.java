package org.shouwen.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 便民服务企业名录: the enterprises that people are referred to (Art. 4), how often each was, and how many complaints name
 * it. A complaint counts as it was taken, not as it was found to be justified.
 */
@Service
@Transactional
@Basis(Clause.A4)
public class Enterprises {
    private static final int MOST = 500;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * @param referred how many appeals were answered with it
     * @param complaints how many appeals complain about it
     */
    public record Counts(long referred, long complaints) {
        public static final Counts NONE = new Counts(0, 0);
    }

    /** An enterprise of the directory as it stands today. */
    public record Line(ArticleVersion version, Counts counts) {}

    /** @param all how many there are, of which not more than {@link #MOST} are listed */
    public record Listed(List<Line> lines, int all) {
        public boolean cut() {
            return all > lines.size();
        }
    }

    private final JdbcClient jdbc;
    private final ArticleStore articles;
    private final UnitScope scope;
    private final InstantSource clock;

    Enterprises(JdbcClient jdbc, ArticleStore articles, UnitScope scope, InstantSource clock) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What is published and holds today, by name; {@link #MOST} at most.
     *
     * @param typed words each of which stands in the name, the place or what it does; empty: all
     * @param citizens whether only what is open to citizens
     */
    @Transactional(readOnly = true)
    public Listed listed(@Nullable String typed, boolean citizens) {
        List<String> words = words(typed == null ? "" : typed);
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        List<ArticleVersion> found = articles.enterprises(today).stream()
                .filter(v -> !citizens || v.content().open())
                .filter(v -> holds(v.content(), words))
                .toList();
        List<ArticleVersion> shown = found.subList(0, Math.min(MOST, found.size()));
        Map<UUID, Counts> counts =
                of(shown.stream().map(ArticleVersion::article).toList());
        return new Listed(
                shown.stream()
                        .map(v -> new Line(v, counts.getOrDefault(v.article(), Counts.NONE)))
                        .toList(),
                found.size());
    }

    /** Case, width and blanks within a word make no difference. */
    private static List<String> words(String typed) {
        return BLANKS.splitAsStream(typed)
                .map(word -> NormalizedText.of(word).toString())
                .toList();
    }

    private static boolean holds(ArticleContent c, List<String> words) {
        String all = NormalizedText.of(c.searched()).toString();
        return words.stream().allMatch(all::contains);
    }

    @Transactional(readOnly = true)
    public Counts of(UUID article) {
        return of(List.of(article)).getOrDefault(article, Counts.NONE);
    }

    private Map<UUID, Counts> of(Collection<UUID> some) {
        Map<UUID, Counts> counts = new HashMap<>();
        scope.asPlatform(() -> {
            jdbc.sql("""
                select a as article,
                    (select count(*) from knowledge.answer_used u where u.article = a) as referred,
                    (select count(*) from knowledge.enterprise_complaint c where c.article = a) as complaints
                from unnest(cast(:articles as uuid[])) a
                """).param("articles", some.toArray(UUID[]::new)).query(rs -> {
                counts.put(
                        rs.getObject("article", UUID.class),
                        new Counts(rs.getLong("referred"), rs.getLong("complaints")));
            });
            return true;
        });
        return counts;
    }

    /** An appeal complains about an enterprise; what is no enterprise, or not published any more, is not noted. */
    public void complained(UUID article, String appeal, Instant now) {
        boolean known = articles.versions(article).stream()
                .anyMatch(
                        v -> v.content().kind() == ArticleKind.SERVICE && v.state() == ArticleVersion.State.PUBLISHED);
        if (known)
            scope.asPlatform(() -> jdbc.sql("""
                insert into knowledge.enterprise_complaint (article, appeal, at) values (:article, :appeal, :at)
                on conflict do nothing
                """)
                    .param("article", article)
                    .param("appeal", appeal)
                    .param("at", Timestamp.from(now))
                    .update());
    }
}
