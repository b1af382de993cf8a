package org.shouwen.workorder;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a corrected heading into the matter, and its digest into the event, once the words have lost the appellant. */
@Component
class MatterCorrections {
    private final JdbcClient jdbc;
    private final BoardStore board;
    private final MatterDigest digest;

    MatterCorrections(JdbcClient jdbc, BoardStore board, MatterDigest digest) {
        this.jdbc = jdbc;
        this.board = board;
        this.digest = digest;
    }

    MatterHeading heading(UUID order) {
        return MatterHeading.of(board.matter(order));
    }

    /** @param happened with the words as they are kept */
    List<Event> written(UUID order, List<Event> happened) {
        return happened.stream()
                .map(e -> e instanceof Event.MatterCorrected c ? written(order, c) : e)
                .toList();
    }

    private Event.MatterCorrected written(UUID order, Event.MatterCorrected c) {
        Matter now = c.after().over(board.matter(order));
        String salt = jdbc.sql("""
                        update workorder.matter
                        set title = :title, kind = :kind, matter_class = :class, place = :place
                        where order_id = :order returning salt
                        """)
                .param("title", now.title())
                .param("kind", now.kind())
                .param("class", now.matterClass())
                .param("place", now.place())
                .param("order", order)
                .query(String.class)
                .single();
        return new Event.MatterCorrected(c.before(), c.after(), c.reason(), digest.of(salt, now));
    }
}
