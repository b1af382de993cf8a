package org.shouwen.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and repeats told slowly: person by person out of the vault's rows, each appeal held against every other. */
final class SlowPeople {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final SlowDuties duties;

    SlowPeople(JdbcClient jdbc, SlowDuties duties) {
        this.jdbc = jdbc;
        this.duties = duties;
        people();
        repeats();
    }

    private record Appeal(
            UUID id,
            String number,
            Instant at,
            String unit,
            String matterClass,
            @Nullable String person) {}

    private final List<Appeal> appeals = new ArrayList<>();

    private void people() {
        Set<String> seen = new HashSet<>();
        jdbc.sql("""
                select a.id, a.number, a.received_at, coalesce(a.unit, '') as unit, coalesce(a.matter_class, '') as class,
                       encode(p.phone_hash, 'hex') as person
                from intake.appeal a left join citizens.appellant p on p.id = a.appellant
                """).query(rs -> {
            Appeal a = new Appeal(
                    rs.getObject("id", UUID.class),
                    rs.getString("number"),
                    rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                    rs.getString("unit"),
                    rs.getString("class"),
                    rs.getString("person"));
            appeals.add(a);
            LocalDate day = a.at().atZone(SHANGHAI).toLocalDate();
            if (a.person() != null
                    && seen.add(a.person() + a.unit() + day.toString().substring(0, 7)))
                duties.put("persons", a.unit(), day, true, true);
        });
    }

    private void repeats() {
        Map<String, List<SlowDuties.Line>> orders = new HashMap<>();
        Map<UUID, List<SlowDuties.Line>> journal = duties.journal("work_order");
        jdbc.sql("select id, number from workorder.work_order").query(rs -> {
            orders.put(rs.getString("number"), journal.getOrDefault(rs.getObject("id", UUID.class), List.of()));
        });
        for (Appeal again : appeals) {
            if (again.person() == null) continue;
            Instant latest = null;
            String by = "";
            for (Appeal before : appeals) {
                if (!again.person().equals(before.person()) || before.id().equals(again.id())) continue;
                if (!before.matterClass().equals(again.matterClass())) continue;
                String unit = "";
                Instant closed = null;
                String closedBy = "";
                for (SlowDuties.Line l : orders.getOrDefault(before.number(), List.of())) {
                    if (l.at().isAfter(again.at())) break;
                    if (l.type().equals("Dispatched"))
                        unit = l.body().path("lead").stringValue();
                    if (Set.of("ReturnGranted", "Redispatched").contains(l.type()))
                        unit = l.body().path("dispatched").path("lead").stringValue();
                    if (l.type().equals("Reopened")) closed = null;
                    if (l.type().equals("Accepted")) {
                        closed = l.at();
                        closedBy = unit;
                    }
                }
                if (closed == null || closed.plusSeconds(30L * 24 * 3600).isBefore(again.at())) continue;
                if (latest != null && !closed.isAfter(latest)) continue;
                latest = closed;
                by = closedBy;
            }
            if (latest != null)
                duties.put("repeats", by, again.at().atZone(SHANGHAI).toLocalDate(), true, false);
        }
        for (List<SlowDuties.Line> order : journal.values()) {
            String unit = "";
            for (SlowDuties.Line l : order) {
                if (l.type().equals("Accepted")) duties.put("repeats", unit, l.day(), false, true);
                if (l.type().equals("Dispatched")) unit = l.body().path("lead").stringValue();
                if (Set.of("ReturnGranted", "Redispatched").contains(l.type()))
                    unit = l.body().path("dispatched").path("lead").stringValue();
            }
        }
    }
}
