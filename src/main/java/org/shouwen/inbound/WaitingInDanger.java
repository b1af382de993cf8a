package org.shouwen.inbound;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwen.access.Role;
import org.shouwen.appeal.DangerInWaiting;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.UrgencyJudgement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has come in, tells of danger and is no appeal yet: drafts of letters, parts of long messages, messages that are tried
 * again, rejects (Art. 8.3).
 */
@Component
class WaitingInDanger implements DangerInWaiting {
    private static final Set<Role> DESK = Set.of(Role.AGENT, Role.DISPATCHER);

    private final JdbcClient jdbc;
    private final Scans scans;
    private final InboundReader reader;
    private final Urgencies urgencies;

    WaitingInDanger(JdbcClient jdbc, Scans scans, InboundReader reader, Urgencies urgencies) {
        this.jdbc = jdbc;
        this.scans = scans;
        this.reader = reader;
        this.urgencies = urgencies;
    }

    /** A message that stays where it is for now tells of danger. */
    void noted(UUID received) {
        jdbc.sql("update inbound.received set danger = true where id = :id and state = 'NEW'")
                .param("id", received)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> inDanger() {
        return Stream.concat(letters().stream(), messages().stream())
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
    }

    private List<Waiting> letters() {
        return jdbc.sql("""
            select id, received_at, words from inbound.scan where danger and done_at is null and number is null
            order by received_at, id limit :most
            """)
                .param("most", MOST)
                .query((rs, _) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    String words = scans.words(id, rs.getBytes("words"));
                    return waiting("letter", id, Instants.of(rs, "received_at"), words, "/letters/" + id, DESK);
                })
                .list();
    }

    private List<Waiting> messages() {
        return jdbc.sql("""
            select * from inbound.received where danger and state in ('NEW', 'REJECTED')
            order by received_at, id limit :most
            """)
                .param("most", MOST)
                .query((rs, _) -> waiting(
                        rs.getString("state").equals("NEW") ? "message" : "rejected",
                        rs.getObject("id", UUID.class),
                        Instants.of(rs, "received_at"),
                        reader.words(InboundStore.row(rs)),
                        "/admin/inbound",
                        Set.of(Role.ADMIN)))
                .list();
    }

    private Waiting waiting(String door, UUID id, Instant at, String text, String path, Set<Role> openTo) {
        UrgencyJudgement found = urgencies.judge(text).judgement();
        String words = PersonalDataDetector.mask(found.words(), Identity.UNNAMED);
        return new Waiting(door, id, at, found.isDanger() ? found.guidance() : "", words, path, openTo);
    }
}
