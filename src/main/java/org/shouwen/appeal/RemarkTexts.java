package org.shouwen.appeal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of remarks, which stand with their appeals. */
@Component
class RemarkTexts {
    private final JdbcClient jdbc;

    RemarkTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By remark. A judgement of an outcome that is none any more has no words here; they stand with the order.
     *
     * @param of the appeals, by id
     */
    Map<UUID, String> of(List<Remark> said, Map<UUID, Appeal> of) {
        Map<UUID, String> words = new HashMap<>();
        if (said.isEmpty()) return words;
        jdbc.sql("select id, text from intake.addition where appeal = any(:appeals)")
                .param("appeals", of.keySet().toArray(UUID[]::new))
                .query((rs, _) -> words.put(rs.getObject("id", UUID.class), rs.getString("text")))
                .list();
        for (Remark r : said) {
            Appeal a = of.get(r.appeal());
            Appeal.Rating rating = a == null ? null : a.rating();
            if (rating != null && judged(r, a) != null) words.put(r.id(), rating.words());
        }
        return words;
    }

    /** The judgement that a remark is, as long as it stands. */
    static Appeal.@Nullable Rating judged(Remark r, @Nullable Appeal a) {
        Appeal.Rating rating = a == null ? null : a.rating();
        return r.kind() == Remark.Kind.RATING && rating != null && rating.at().equals(r.at()) ? rating : null;
    }
}
