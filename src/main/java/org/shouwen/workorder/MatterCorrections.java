package org.shouwen.workorder;

import java.util.List;
import java.util.UUID;
import org.shouwen.history.HeldRowCheck;
import org.shouwen.history.History;
import org.shouwen.history.KeyedDigest;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a corrected heading into the matter, and its digest into the event, once the words have lost the appellant. */
@Component
class MatterCorrections {
    private final JdbcClient jdbc;
    private final BoardStore board;
    private final MatterDigest digest;
    private final History history;
    private final EventJson json;
    private final HeldRowCheck check;

    MatterCorrections(
            JdbcClient jdbc,
            BoardStore board,
            MatterDigest digest,
            History history,
            EventJson json,
            HeldRowCheck check) {
        this.history = history;
        this.json = json;
        this.check = check;
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
        Matter there = board.matter(order);
        requireUnchanged(order, there);
        Matter now = c.after().over(there);
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

    /** The digest is made anew: words that were changed past the product must not go into it. */
    private void requireUnchanged(UUID order, Matter there) {
        String last = "";
        String number = "";
        long seq = 0;
        for (Recorded entry : history.of(new Subject(OrderRow.KIND, order))) {
            seq = entry.seq();
            Event event = json.read(entry.body());
            if (event instanceof Event.Registered registered) number = registered.number();
            last = MatterDigest.in(event).orElse(last);
        }
        String salt = jdbc.sql("select salt from workorder.matter where order_id = :order")
                .param("order", order)
                .query(String.class)
                .single();
        if (KeyedDigest.fits(last, digest.of(salt, there))) return;
        check.alarm("workorder.matter", number, seq);
        throw check.refuse("workorder.matter", number);
    }
}
