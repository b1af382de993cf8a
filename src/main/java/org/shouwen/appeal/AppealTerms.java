package org.shouwen.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.attachments.Papers;
import org.shouwen.confidentiality.Parties;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.identity.Redactor;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Matters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which appeals' terms have run out (Art. 21), and what is erased of an appeal then. */
@Component
@Basis(Clause.A21)
class AppealTerms implements Matters {
    private final JdbcClient jdbc;
    private final AppealStore store;
    private final AppealRows rows;
    private final AppealDigest digest;
    private final Papers papers;
    private final DangerAlarms alarms;
    private final Objections objections;
    private final Parties parties;
    private final History history;

    AppealTerms(
            JdbcClient jdbc,
            AppealStore store,
            AppealRows rows,
            AppealDigest digest,
            Papers papers,
            DangerAlarms alarms,
            Objections objections,
            Parties parties,
            History history) {
        this.jdbc = jdbc;
        this.store = store;
        this.rows = rows;
        this.digest = digest;
        this.papers = papers;
        this.alarms = alarms;
        this.objections = objections;
        this.parties = parties;
        this.history = history;
    }

    /** Its order, if there is one, may still be open. */
    @Override
    public List<Matter> decidedBefore(Instant moment, UUID after, int most) {
        return jdbc.sql("""
                        select a.id, a.number, a.appellant from intake.appeal a
                        where a.id > :after and a.forgotten_at is null
                          and a.state = 'DECIDED' and a.decided_at < :before
                          and (a.review_asked_at is null or a.reviewed_at < :before)
                          and not exists (select from intake.objection o where o.appeal = a.id and o.ruled_at is null)
                        order by a.id limit :most
                        """)
                .param("after", after)
                .param("before", Timestamp.from(moment))
                .param("most", most)
                .query(AppealTerms::matter)
                .list();
    }

    @Override
    public Optional<Matter> decidedBefore(Instant moment, String number) {
        return jdbc.sql("""
                        select id, number, appellant from intake.appeal
                        where number = :number and state = 'DECIDED' and decided_at < :before
                        """)
                .param("number", number)
                .param("before", Timestamp.from(moment))
                .query(AppealTerms::matter)
                .optional();
    }

    @Override
    public Optional<Matter> remembered(UUID id) {
        return jdbc.sql("select id, number, appellant from intake.appeal where id = :id and forgotten_at is null")
                .param("id", id)
                .query(AppealTerms::matter)
                .optional();
    }

    @Override
    public List<Matter> received(Instant from, Instant before, UUID after, int most) {
        return jdbc.sql("""
                        select id, number, appellant from intake.appeal
                        where received_at >= :since and received_at < :before and id > :after order by id limit :most
                        """)
                .param("since", Timestamp.from(from))
                .param("before", Timestamp.from(before))
                .param("after", after)
                .param("most", most)
                .query(AppealTerms::matter)
                .list();
    }

    private static Matter matter(ResultSet rs, int row) throws SQLException {
        return new Matter(
                rs.getObject("id", UUID.class), rs.getString("number"), rs.getObject("appellant", UUID.class));
    }

    @Override
    public void lock(String number) {
        if (store.lock(number).isEmpty()) throw new NotFound("appeal", number);
    }

    @Override
    public void forget(EndedMatter matter, int destroyed) {
        Appeal a = store.lock(matter.number()).orElseThrow();
        Redactor scrub = matter.scrub();
        Instant now = matter.at();
        Appeal masked = a.scrubbed(scrub);
        List<String> digests = additions(a.id(), scrub);
        int files = destroyed + papers.destroy(AppealPapers.subject(a.number()));
        parties.forget(a.number(), masked.words().accused());
        alarms.forget(a, scrub, now);
        objections.forget(a, scrub, now);
        AppealEvent event = new AppealEvent.Forgotten(digest.of(masked), digests, files);
        Chain chain = history.append(
                new Entry(a.subject(), a.chain(), now, Actor.SYSTEM, rows.name(event), rows.write(event)));
        store.forget(masked, now, chain);
    }

    private record Addition(UUID id, String text) {}

    /** @return digests of what stands now */
    private List<String> additions(UUID appeal, Redactor scrub) {
        List<String> digests = new ArrayList<>();
        for (Addition addition : jdbc.sql("select id, text from intake.addition where appeal = :id order by id")
                .param("id", appeal)
                .query((rs, _) -> new Addition(rs.getObject("id", UUID.class), rs.getString("text")))
                .list()) {
            String text = scrub.of(addition.text());
            digests.add(digest.said("", "addition", text));
            jdbc.sql("update intake.addition set text = :text where id = :id")
                    .param("text", text)
                    .param("id", addition.id())
                    .update();
        }
        return digests;
    }
}
