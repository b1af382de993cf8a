package org.shouwen.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of the outbox that somebody works on now.
 *
 * @param args JSON list, as {@link Message#args}
 * @param brief the words of a short message
 */
record ClaimedMessage(
        UUID id,
        UUID appellant,
        String number,
        NotificationType moment,
        String args,
        String text,
        String brief,
        int tries) {
    static List<ClaimedMessage> of(JdbcClient.StatementSpec sql) {
        return sql.query((rs, _) -> new ClaimedMessage(
                        rs.getObject("id", UUID.class),
                        rs.getObject("appellant", UUID.class),
                        rs.getString("number"),
                        NotificationType.valueOf(rs.getString("moment")),
                        rs.getString("args"),
                        rs.getString("text"),
                        rs.getString("short"),
                        rs.getInt("tries")))
                .list();
    }
}
