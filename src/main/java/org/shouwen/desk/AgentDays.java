package org.shouwen.desk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.calendar.Limits;
import org.shouwen.history.Actor;
import org.shouwen.history.Histories;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Journals of each agent how long they were ready, busy and away on the days before today, Asia/Shanghai, once the day is
 * over; again where the telephone system has told more of it since.
 */
@Component
class AgentDays implements Job {
    /** Kind of the subject in the journal. */
    static final String KIND = "agent_day";

    /** Days that are looked at again: events that a system keeps back are told within them. */
    private static final int DAYS = 3;

    static final StoredFormat<Journalled> FORMAT = StoredFormat.of(Journalled.class);

    private final JdbcClient jdbc;
    private final Lines lines;
    private final History history;
    private final Histories histories;
    private final InstantSource clock;

    AgentDays(JdbcClient jdbc, Lines lines, History history, Histories histories, InstantSource clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.history = history;
        this.histories = histories;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "agent-days";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        Map<Agent, List<AgentDay.Said>> said = said(start(today.minusDays(DAYS)).minus(AgentDay.SILENT), start(today));
        for (int back = DAYS; back > 0; back--) count(today.minusDays(back), said);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Limits.ZONE).toInstant();
    }

    private record Agent(String source, String login) {}

    /**
     * As it is journalled; no login of the telephone system, for that may be a name.
     *
     * @param account empty when the line is nobody's
     * @param ready in seconds, as are {@code busy} and {@code away}
     */
    record Journalled(LocalDate day, String source, String account, long ready, long busy, long away) {}

    private void count(LocalDate day, Map<Agent, List<AgentDay.Said>> said) {
        Map<Subject, Journalled> days = new LinkedHashMap<>();
        said.forEach((agent, all) -> {
            AgentDay counted = AgentDay.of(all, start(day), start(day.plusDays(1)));
            if (!counted.none())
                days.put(
                        Subject.of(KIND, agent.source() + "/" + agent.login() + "/" + day),
                        journalled(day, agent, counted));
        });
        Map<Subject, List<Recorded>> known =
                histories.of(KIND, days.keySet().stream().map(Subject::id).toList());
        days.forEach((subject, now) -> {
            List<Recorded> before = known.getOrDefault(subject, List.of());
            if (before.isEmpty() || !FORMAT.read(before.getLast().body()).equals(now))
                history.append(subject, clock.instant(), Actor.SYSTEM, "AgentDayCounted", FORMAT.write(now));
        });
    }

    private Journalled journalled(LocalDate day, Agent agent, AgentDay counted) {
        return new Journalled(
                day,
                agent.source(),
                lines.account(agent.login()).map(UUID::toString).orElse(""),
                counted.ready().toSeconds(),
                counted.busy().toSeconds(),
                counted.away().toSeconds());
    }

    private Map<Agent, List<AgentDay.Said>> said(Instant from, Instant to) {
        Map<Agent, List<AgentDay.Said>> by = new LinkedHashMap<>();
        jdbc.sql("""
                        select source, agent, kind, at from desk.call_event
                        where call = '' and agent <> '' and at >= :from and at < :to order by source, agent, at, kind
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(rs -> {
                    by.computeIfAbsent(new Agent(rs.getString("source"), rs.getString("agent")), _ -> new ArrayList<>())
                            .add(new AgentDay.Said(
                                    CallEvent.Kind.valueOf(rs.getString("kind")), Instants.of(rs, "at")));
                });
        return by;
    }
}
