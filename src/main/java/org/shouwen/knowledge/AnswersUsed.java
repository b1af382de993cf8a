package org.shouwen.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which article, in which version, an appeal was answered from (Art. 12.1). Holds an appeal's number and no person; what
 * was said stands in the appeal's own history.
 */
@Service
public class AnswersUsed {
    /** An article as it was used for an answer. */
    public record Used(UUID article, int version, String title, String citation, Instant at) {}

    private final JdbcClient jdbc;
    private final ArticleStore articles;
    private final UnitScope scope;

    AnswersUsed(JdbcClient jdbc, ArticleStore articles, UnitScope scope) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.scope = scope;
    }

    /** In the transaction of the answer. A version that is not known is not recorded. */
    @Transactional
    public void record(String appeal, UUID version, Instant now) {
        articles.find(version).ifPresent(v -> record(appeal, v.article(), v.version(), now));
    }

    /** The same by the article and the number of its version; of two answers from one article the later one counts. */
    @Transactional
    public void record(String appeal, UUID article, int version, Instant now) {
        scope.asPlatform(() -> jdbc.sql("""
            insert into knowledge.answer_used (appeal, article, version, at) values (:appeal, :article, :version, :at)
            on conflict (appeal, article) do update set version = excluded.version, at = excluded.at
            """)
                .param("appeal", appeal)
                .param("article", article)
                .param("version", version)
                .param("at", Timestamp.from(now))
                .update());
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

    /** What an appeal was answered from. */
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
