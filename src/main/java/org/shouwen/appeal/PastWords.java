package org.shouwen.appeal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Vault;
import org.shouwen.suggestion.PastAppeals;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Past appeals for trying what a phrase would have raised; what is shown of them is masked as ever (Art. 21). */
@Component
class PastWords implements PastAppeals {
    private final JdbcTemplate streaming;
    private final Appeals appeals;
    private final Vault vault;

    PastWords(DataSource dataSource, Appeals appeals, Vault vault) {
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(500);
        this.appeals = appeals;
        this.vault = vault;
    }

    @Override
    public int latest(int most, Consumer<Told> each) {
        int[] count = new int[1];
        streaming.query(
                "select id, number, received_at, title, content, wants from intake.appeal order by id desc limit ?",
                rs -> {
                    count[0]++;
                    each.accept(new Told(
                            rs.getObject("id", UUID.class),
                            rs.getString("number"),
                            rs.getTimestamp("received_at").toInstant(),
                            text(rs.getString("title"), rs.getString("content"), rs.getString("wants"))));
                },
                most);
        return count[0];
    }

    @Override
    public Map<UUID, String> masked(Collection<UUID> ids, CurrentUser reader) {
        Map<UUID, String> masked = new HashMap<>();
        for (Appeal a : appeals.withIds(ids, reader)) {
            AppealContent w = a.words();
            masked.put(a.id(), vault.scrub(a.appellant()).of(text(w.title(), w.content(), w.wants())));
        }
        return masked;
    }

    /** A title that only repeats the beginning is left out. */
    private static String text(String title, String content, String wants) {
        String said = content.startsWith(title.replace("…", "")) ? content : title + "\n" + content;
        return wants.isEmpty() ? said : said + "\n" + wants;
    }
}
