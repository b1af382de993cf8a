package org.shouwen.reporting.briefs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Redactor;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What briefs quote of a person is emptied with the person, and every version of such a brief is cleaned of what leads to
 * them (Art. 21).
 */
@Component
@Basis(Clause.A21)
class ForgottenSamples implements Forgets {
    private final JdbcClient jdbc;
    private final History history;
    private final JsonMapper json;

    ForgottenSamples(JdbcClient jdbc, History history, JsonMapper json) {
        this.jdbc = jdbc;
        this.history = history;
        this.json = json;
    }

    private record Body(int no, String text) {}

    @Override
    public int forget(EndedMatter matter) {
        List<UUID> briefs = jdbc.sql("select distinct brief from reporting.brief_sample where appeal = :appeal")
                .param("appeal", matter.appeal())
                .query(UUID.class)
                .list();
        jdbc.sql("update reporting.brief_sample set words = '' where appeal = :appeal")
                .param("appeal", matter.appeal())
                .update();
        for (UUID brief : briefs) {
            versions(brief, matter.scrub());
            history.append(
                    new Subject(Brief.KIND, brief),
                    matter.at(),
                    Actor.SYSTEM,
                    "SampleForgotten",
                    json.writeValueAsString(Map.of("appeal", matter.number())));
        }
        return 0;
    }

    private void versions(UUID brief, Redactor scrub) {
        List<Body> all = jdbc.sql("select no, body from reporting.brief_version where brief = :brief")
                .param("brief", brief)
                .query((rs, _) -> new Body(rs.getInt("no"), rs.getString("body")))
                .list();
        for (Body v : all) {
            String clean = BriefStore.TEXT.write(cleaned(BriefStore.TEXT.read(v.text()), scrub));
            if (!clean.equals(v.text()))
                jdbc.sql("update reporting.brief_version set body = :body where brief = :brief and no = :no")
                        .param("body", clean)
                        .param("brief", brief)
                        .param("no", v.no())
                        .update();
        }
    }

    private static BriefText cleaned(BriefText t, Redactor scrub) {
        return new BriefText(
                scrub.of(t.title()),
                scrub.of(t.overview()),
                scrub.of(t.quality()),
                t.rises().stream().map(scrub::of).toList(),
                t.promised().stream().map(p -> cleaned(p, scrub)).toList(),
                t.next().stream().map(p -> cleaned(p, scrub)).toList(),
                t.dropped());
    }

    private static BriefText.Promise cleaned(BriefText.Promise p, Redactor scrub) {
        return new BriefText.Promise(scrub.of(p.what()), p.unit(), p.by(), p.order(), scrub.of(p.came()));
    }
}
