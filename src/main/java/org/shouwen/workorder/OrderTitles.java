package org.shouwen.workorder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for saying what orders are about in lists of what hangs on them, such as callbacks. */
@Service
@Transactional(readOnly = true)
public class OrderTitles {
    private final JdbcClient jdbc;

    OrderTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Titles by the order's number; what is not there for the reader or was forgotten has none. */
    public Map<String, String> of(Collection<String> numbers, CurrentUser by) {
        Map<String, String> titles = new HashMap<>();
        if (numbers.isEmpty()) return titles;
        jdbc.sql("""
                        select w.number, m.title, w.shield is not null as shielded
                        from workorder.work_order w join workorder.matter m on m.order_id = w.id
                        where w.number = any(:numbers) and %s
                        """.formatted(ConflictOfInterest.order("w.number")))
                .param("numbers", numbers.toArray(String[]::new))
                .param("reader", ConflictOfInterest.reader(by))
                .query(rs -> {
                    if (by.ofPlatform() || !rs.getBoolean("shielded"))
                        titles.put(rs.getString("number"), rs.getString("title"));
                });
        return titles;
    }
}
