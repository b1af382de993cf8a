package org.shouwen.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of messages that were acknowledged, by channel.
 *
 * @param acknowledged by channel
 * @param there by channel: of these those that are an appeal or a call
 * @param notKept acknowledged and in no inbox, where not all is read yet; a number that was sent and not acknowledged may be there as well
 * @param doubled numbers that are there more than once
 */
record InboundFound(
        Map<String, Integer> acknowledged, Map<String, Integer> there, long notKept, long doubled, long rejected) {
    static InboundFound in(Connection c, Map<String, Set<Long>> acknowledged) throws SQLException {
        Map<String, Long> times = new HashMap<>();
        count(c, times, """
                select substring(content from 'M[0-9]{9}') as word, count(*) from intake.appeal
                where content ~ 'M[0-9]{9}' group by word""");
        count(c, times, "select ref, count(*) from desk.call where ref ~ '^M[0-9]{9}$' group by ref");
        Map<String, Long> kept = new HashMap<>();
        count(c, kept, "select source, count(*) from inbound.received group by source");
        Map<String, Long> rejects = new HashMap<>();
        count(c, rejects, "select state, count(*) from inbound.received group by state");

        Map<String, Integer> said = new LinkedHashMap<>();
        Map<String, Integer> there = new LinkedHashMap<>();
        Map<String, Long> perSource = new HashMap<>();
        long missingElsewhere = 0;
        for (var e : acknowledged.entrySet()) {
            int found = (int) e.getValue().stream()
                    .filter(n -> times.containsKey(InboundDoors.word(n)))
                    .count();
            said.put(e.getKey(), e.getValue().size());
            there.put(e.getKey(), found);
            switch (e.getKey()) {
                case "telephone", "open311" -> missingElsewhere += e.getValue().size() - found;
                case "sms", "smpp" -> perSource.merge("sms", (long) e.getValue().size(), Long::sum);
                default -> perSource.merge(e.getKey(), (long) e.getValue().size(), Long::sum);
            }
        }
        long notKept = missingElsewhere
                + perSource.entrySet().stream()
                        .mapToLong(e -> Math.max(0, e.getValue() - kept.getOrDefault(e.getKey(), 0L)))
                        .sum();
        long doubled = times.values().stream().filter(n -> n > 1).count();
        return new InboundFound(said, there, notKept, doubled, rejects.getOrDefault("REJECTED", 0L));
    }

    private static void count(Connection c, Map<String, Long> into, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet rs = s.executeQuery(sql)) {
            while (rs.next()) into.merge(rs.getString(1), rs.getLong(2), Long::sum);
        }
    }

    long found() {
        return there.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Acknowledged, and neither an appeal nor a call. */
    long missing() {
        return acknowledged.values().stream().mapToLong(Integer::longValue).sum() - found();
    }

    String json() {
        return acknowledged.keySet().stream()
                .map(k -> "\"%s\":{\"acknowledged\":%d,\"found\":%d}".formatted(k, acknowledged.get(k), there.get(k)))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
