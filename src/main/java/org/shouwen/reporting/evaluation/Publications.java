package org.shouwen.reporting.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.FigureRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is published stays: the scores, and every case they were counted of, with a digest of both in the journal. What is
 * corrected later makes a revision beside it, with its reason.
 */
@Service
@Transactional
@Basis(Clause.A3)
public class Publications {
    static final String KIND = "evaluation_publication";
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Evaluations evaluations;
    private final EvaluationObjections objections;
    private final FactKeeper facts;
    private final FigureRegistry figures;
    private final History history;
    private final JsonMapper json;

    Publications(
            JdbcClient jdbc,
            Evaluations evaluations,
            EvaluationObjections objections,
            FactKeeper facts,
            FigureRegistry figures,
            History history,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.evaluations = evaluations;
        this.objections = objections;
        this.facts = facts;
        this.figures = figures;
        this.history = history;
        this.json = json;
    }

    /** Of a scheme, the first first. */
    @Transactional(readOnly = true)
    public List<Publication> of(UUID scheme) {
        return jdbc.sql("select * from reporting.publication where scheme = :scheme order by revision")
                .param("scheme", scheme)
                .query(Publications::publication)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Publication> latest(UUID scheme) {
        List<Publication> all = of(scheme);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /**
     * Publishes, or publishes a revision.
     *
     * @param typed why it is revised; not needed the first time
     * @throws org.shouwen.problems.Refusal under Art. 3 while the period or the days to object have not ended, while an
     *     objection waits, or when a revision changes nothing
     */
    public Publication publish(UUID scheme, String typed, CurrentUser by) {
        StoredScheme s = evaluations.get(scheme);
        if (!s.holds()) throw Evaluations.refused("not-adopted");
        evaluations.requireOver(s);
        if (objections.waiting(scheme) > 0) throw Evaluations.refused("objections-wait");
        facts.run();
        Optional<Publication> before = latest(scheme);
        String why = before.isEmpty() ? "" : Text.required("why", typed, LONGEST);
        String body = Evaluations.SCORES.write(evaluations.scores(s));
        UUID id = UuidCreator.getTimeOrderedEpoch();
        int revision = before.map(Publication::revision).orElse(0) + 1;
        insert(id, scheme, revision, why, body, by);
        long cases = freeze(id, evaluations.read(s));
        String digest = seal(id);
        if (before.isPresent() && before.get().digest().equals(digest)) throw Evaluations.refused("nothing-changed");
        jdbc.sql("update reporting.publication set cases = :cases, digest = :digest where id = :id")
                .param("cases", cases)
                .param("digest", digest)
                .param("id", id)
                .update();
        history.append(
                new Subject(KIND, id),
                evaluations.now(),
                by.actor(),
                "EvaluationPublished",
                json.writeValueAsString(Map.of(
                        "scheme",
                        scheme,
                        "code",
                        s.code(),
                        "revision",
                        revision,
                        "why",
                        why,
                        "cases",
                        cases,
                        "sha256",
                        digest)));
        return latest(scheme).orElseThrow();
    }

    /** Whether scores and cases are what the journal's digest says. */
    @Transactional(readOnly = true)
    public boolean untouched(Publication p) {
        return seal(p.id()).equals(p.digest());
    }

    private void insert(UUID id, UUID scheme, int revision, String why, String body, CurrentUser by) {
        jdbc.sql("""
                        insert into reporting.publication (id, scheme, revision, why, published_by, publisher, published_at, body, cases, digest)
                        values (:id, :scheme, :revision, :why, :by, :publisher, :at, :body, 0, '')
                        """)
                .param("id", id)
                .param("scheme", scheme)
                .param("revision", revision)
                .param("why", why)
                .param("by", by.account())
                .param("publisher", by.name())
                .param("at", Timestamp.from(evaluations.now()))
                .param("body", body)
                .update();
    }

    /** Keeps the cases that each figure of the scheme counted. */
    private long freeze(UUID publication, Scheme scheme) {
        List<String> counted = new ArrayList<>();
        for (Scheme.Weighted w : scheme.figures()) counted.add(w.figure());
        for (Scheme.Addition a : scheme.additions()) if (!counted.contains(a.figure())) counted.add(a.figure());
        long cases = 0;
        for (String id : counted) {
            long mask = figures.get(id).lists().map(p -> p.as().mask()).reduce(0L, (a, b) -> a | b);
            cases += jdbc.sql("""
                            insert into reporting.published_case (publication, figure, unit, number, day, met, stays, value)
                            select :publication, :figure, f.unit, f.number, f.day, f.met & :mask <> 0, f.adjusted & :mask <> 0, f.value
                            from reporting.fact f join reporting.generation g on g.current = f.generation
                            where f.unit = any(:units) and f.day between :from and :to and f.counted & :mask <> 0
                            """)
                    .param("publication", publication)
                    .param("figure", id)
                    .param("mask", mask)
                    .param("units", scheme.units().toArray(String[]::new))
                    .param("from", java.sql.Date.valueOf(scheme.period().from()))
                    .param("to", java.sql.Date.valueOf(scheme.period().to()))
                    .update();
        }
        return cases;
    }

    /** SHA-256 over the scores and the cases in a fixed order; it says nothing of who published or when. */
    private String seal(UUID publication) {
        return jdbc.sql("""
                        select encode(sha256(convert_to(p.body || coalesce((
                            select string_agg(concat_ws(' ', c.figure, c.unit, c.number, c.day, c.met, c.stays, c.value), E'\\n'
                                order by c.figure, c.unit, c.number, c.day, c.met, c.stays, c.value)
                            from reporting.published_case c where c.publication = p.id), ''), 'UTF8')), 'hex')
                        from reporting.publication p where p.id = :id
                        """).param("id", publication).query(String.class).single();
    }

    private static Publication publication(ResultSet rs, int row) throws SQLException {
        return new Publication(
                rs.getObject("id", UUID.class),
                rs.getObject("scheme", UUID.class),
                rs.getInt("revision"),
                rs.getString("why"),
                rs.getString("publisher"),
                rs.getTimestamp("published_at").toInstant(),
                Evaluations.SCORES.read(rs.getString("body")),
                rs.getLong("cases"),
                rs.getString("digest"));
    }
}
