package org.shouwen.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.Subject;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which article, in which version, or which published answer an appeal was answered from (Art. 12.1). Holds an appeal's
 * number and no person; what was said stands in the appeal's own history.
 */
@Service
public class AnswersUsed {
    /**
     * As it is journalled.
     *
     * @param article or a published answer
     * @param version {@link #PUBLISHED} of a published answer, which has none
     * @param unit whose it is; empty: the platform's
     */
    record AnswerUsed(String appeal, UUID article, int version, String unit, Instant at) {}

    /** An article as it was used for an answer. */
    public record Used(UUID article, int version, String title, String citation, Instant at) {}

    static final StoredFormat<AnswerUsed> FORMAT = StoredFormat.of(AnswerUsed.class);

    /** Stands for a version: what was used is a published answer. */
    static final int PUBLISHED = 0;

    private final JdbcClient jdbc;
    private final ArticleStore articles;
    private final PublicAnswerStore answers;
    private final History history;
    private final UnitScope scope;

    AnswersUsed(JdbcClient jdbc, ArticleStore articles, PublicAnswerStore answers, History history, UnitScope scope) {
        this.history = history;
        this.answers = answers;
        this.jdbc = jdbc;
        this.articles = articles;
        this.scope = scope;
    }

    /** In the transaction of the answer. A version that is not known is not recorded. */
    @Transactional
    public void record(String appeal, UUID version, Instant now) {
        articles.find(version).ifPresent(v -> record(appeal, v.article(), v.version(), now));
    }

    /**
     * The same for all that were taken into an answer; what was deleted from it again, or written anew in other words, was
     * not used.
     *
     * @param taken by the id of a version or of a published answer the words that were taken from it, in the order in
     *     which they were
     */
    @Transactional
    public void record(String appeal, Map<UUID, String> taken, String answer, Instant now) {
        taken.forEach((from, words) -> {
            articles.find(from)
                    .filter(v -> TakenWords.stand(v.content(), words, answer))
                    .ifPresent(v -> record(appeal, v.article(), v.version(), now));
            answers.find(from)
                    .filter(PublicAnswer::wasOut)
                    .filter(_ -> TakenWords.stand(words, answer))
                    .ifPresent(p -> record(appeal, p.id(), PUBLISHED, now));
        });
    }

    /** The same by the article and the number of its version; of two answers from one article the later one counts. */
    @Transactional
    public void record(String appeal, UUID article, int version, Instant now) {
        scope.asPlatform(() -> {
            int written = jdbc.sql("""
            insert into knowledge.answer_used (appeal, article, version, at) values (:appeal, :article, :version, :at)
            on conflict (appeal, article) do update set version = excluded.version, at = excluded.at
            where answer_used.version <> excluded.version
            """)
                    .param("appeal", appeal)
                    .param("article", article)
                    .param("version", version)
                    .param("at", Timestamp.from(now))
                    .update();
            if (written > 0) journal(appeal, article, version, now);
            return written;
        });
    }

    /** For figures: whose it was. */
    private void journal(String appeal, UUID article, int version, Instant now) {
        Optional<UnitId> owner = version == PUBLISHED
                ? answers.find(article).map(PublicAnswer::unit)
                : articles.versions(article).stream()
                        .findFirst()
                        .map(v -> v.content().unit());
        String unit = owner.map(UnitId::code).orElse("");
        history.append(
                Subject.of("answer_used", appeal + "/" + article),
                now,
                Actor.SYSTEM,
                "AnswerUsed",
                FORMAT.write(new AnswerUsed(appeal, article, version, unit, now)));
    }

    /** What an answer taken from a version rests on; empty when there is no such version, or it is a draft. */
    @Transactional(readOnly = true)
    public Optional<CitedArticle> cited(UUID version) {
        return articles.find(version)
                .filter(v -> v.state() == ArticleVersion.State.PUBLISHED || v.state() == ArticleVersion.State.REPLACED)
                .map(CitedArticle::of);
    }

    /** The same by the article and the number of its version. */
    @Transactional(readOnly = true)
    public Optional<CitedArticle> cited(UUID article, int version) {
        return articles.versions(article).stream()
                .filter(v -> v.version() == version)
                .filter(v -> v.state() == ArticleVersion.State.PUBLISHED || v.state() == ArticleVersion.State.REPLACED)
                .findFirst()
                .map(CitedArticle::of);
    }

    /** Whether it is known from which article or published answer an appeal was answered. */
    @Transactional(readOnly = true)
    public boolean known(String appeal) {
        return scope.asPlatform(
                () -> jdbc.sql("select exists (select from knowledge.answer_used where appeal = :appeal)")
                        .param("appeal", appeal)
                        .query(Boolean.class)
                        .single());
    }

    /** The published answers that an appeal was answered from; templates call it {@code @answersUsed}. */
    @Transactional(readOnly = true)
    public List<PublicAnswer> published(String appeal) {
        return answers.usedFor(appeal);
    }

    /** The articles that an appeal was answered from. */
    @Transactional(readOnly = true)
    public List<Used> of(String appeal) {
        return jdbc.sql("""
            select u.article, u.version, u.at, v.title, v.source_title, v.source_number, v.source_clause
            from knowledge.answer_used u join knowledge.article_version v using (article, version)
            where u.appeal = :appeal order by u.at
            """)
                .param("appeal", appeal)
                .query((rs, _) -> new Used(
                        rs.getObject("article", UUID.class),
                        rs.getInt("version"),
                        rs.getString("title"),
                        new ArticleContent.Source(
                                        rs.getString("source_number"),
                                        rs.getString("source_title"),
                                        rs.getString("source_clause"),
                                        null)
                                .citation(),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    /** How often an article was used for an answer. */
    @Transactional(readOnly = true)
    public long times(UUID article) {
        return jdbc.sql("select count(*) from knowledge.answer_used where article = :article")
                .param("article", article)
                .query(Long.class)
                .single();
    }
}
