package org.shouwen.knowledge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answer that was taken from an article rests on (Art. 13.4).
 *
 * @param article the same in all versions
 * @param version as it stood when it was taken
 * @param number 文号; empty when the source has none, as title and clause are
 * @param date of the source document; null while not known
 */
public record CitedArticle(
        UUID article,
        int version,
        String number,
        String title,
        String clause,
        @Nullable LocalDate date) {
    static CitedArticle of(ArticleVersion v) {
        ArticleContent.Source s = v.content().source();
        return new CitedArticle(v.article(), v.version(), s.number(), s.title(), s.clause(), s.date());
    }
}
