package org.shouwen.reporting.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads under which codes orders are counted, from the views that their owners publish. */
@Component
class Headings {
    private static final String HEADING = """
            select h.order_id, h.number, h.kind, h.matter_class, h.place, a.channel
            from workorder.headings h left join intake.facts a on a.id = h.appeal
            """;
    private final JdbcClient jdbc;

    Headings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Heading> ofOrders(Collection<UUID> orders) {
        Map<UUID, Heading> headings = new HashMap<>();
        if (orders.isEmpty()) return headings;
        jdbc.sql(HEADING + "where h.order_id = any(:orders)")
                .param("orders", orders.toArray(UUID[]::new))
                .query(rs -> {
                    headings.put(rs.getObject("order_id", UUID.class), heading(rs));
                });
        return headings;
    }

    Map<String, Heading> ofNumbers(Collection<String> numbers) {
        Map<String, Heading> headings = new HashMap<>();
        if (numbers.isEmpty()) return headings;
        jdbc.sql(HEADING + "where h.number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(rs -> {
                    headings.put(rs.getString("number"), heading(rs));
                });
        return headings;
    }

    /** Of appeals; their numbers stand in their histories. */
    Map<UUID, Heading> ofAppeals(Map<UUID, String> numbers) {
        Map<UUID, Heading> headings = new HashMap<>();
        if (numbers.isEmpty()) return headings;
        jdbc.sql("select id, kind, matter_class, place, channel from intake.facts where id = any(:appeals)")
                .param("appeals", numbers.keySet().toArray(UUID[]::new))
                .query(rs -> {
                    UUID id = rs.getObject("id", UUID.class);
                    headings.put(
                            id,
                            new Heading(
                                    numbers.getOrDefault(id, ""),
                                    or(rs.getString("kind")),
                                    or(rs.getString("matter_class")),
                                    or(rs.getString("place")),
                                    or(rs.getString("channel"))));
                });
        return headings;
    }

    private static Heading heading(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Heading(
                rs.getString("number"),
                or(rs.getString("kind")),
                or(rs.getString("matter_class")),
                or(rs.getString("place")),
                or(rs.getString("channel")));
    }

    private static String or(@Nullable String code) {
        return code == null ? "" : code;
    }
}
