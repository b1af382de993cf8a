package org.shouwen.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    AnswersUsed(JdbcClient jdbc, ArticleStore articles) {
        this.jdbc = jdbc;
        this.articles = articles;
    }

    /** In the transaction of the answer. A version that is not known is not recorded. */
    @Transactional
    public void record(String appeal, UUID version, Instant now) {
        articles.find(version)
                .ifPresent(v -> jdbc.sql("""
            insert into knowledge.answer_used (appeal, article, version, at) values (:appeal, :article, :version, :at)
            on conflict do nothing
            """)
                        .param("appeal", appeal)
                        .param("article", v.article())
                        .param("version", v.version())
                        .param("at", Timestamp.from(now))
                        .update());
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
