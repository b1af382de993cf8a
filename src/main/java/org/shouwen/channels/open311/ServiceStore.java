package org.shouwen.channels.open311;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.open311.Service.Attribute;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the city publishes. */
@Repository
class ServiceStore {
    private static final String COLUMNS = "select code, name, description, keywords, service_group, type, kind, class,"
            + " lists, place, agency, attributes, changed_at from open311.service where active ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ServiceStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Attributes as the column has them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Attributes(List<Attribute> list) {}

    List<Service> all() {
        return jdbc.sql(COLUMNS + "order by position, code")
                .query((rs, _) -> service(rs))
                .list();
    }

    Optional<Service> find(String code) {
        return jdbc.sql(COLUMNS + "and code = :code")
                .param("code", code)
                .query((rs, _) -> service(rs))
                .optional();
    }

    Optional<Service> ofClass(@Nullable String matterClass) {
        return matterClass == null
                ? Optional.empty()
                : jdbc.sql(COLUMNS + "and class = :class")
                        .param("class", matterClass)
                        .query((rs, _) -> service(rs))
                        .optional();
    }

    /** When the list or a definition last changed; empty when there never was one. */
    Optional<Instant> changed() {
        return jdbc.sql("select max(changed_at) as at from open311.service")
                .query((rs, _) -> Optional.ofNullable(Instants.orNull(rs, "at")))
                .single();
    }

    /** Puts this list in the place of what was there; what is left out is published no more. */
    void replace(List<Service> services, Instant now) {
        jdbc.sql("update open311.service set active = false, changed_at = :now where active")
                .param("now", Timestamp.from(now))
                .update();
        int position = 0;
        for (Service s : services)
            jdbc.sql("""
                            insert into open311.service (code, position, name, description, keywords, service_group, type,
                                kind, class, lists, place, agency, attributes, active, changed_at)
                            values (:code, :position, :name, :description, :keywords, :group, :type, :kind, :class, :lists,
                                :place, :agency, cast(:attributes as jsonb), true, :now)
                            on conflict (code) do update set position = excluded.position, name = excluded.name,
                                description = excluded.description, keywords = excluded.keywords,
                                service_group = excluded.service_group, type = excluded.type, kind = excluded.kind,
                                class = excluded.class, lists = excluded.lists, place = excluded.place,
                                agency = excluded.agency, attributes = excluded.attributes, active = true,
                                changed_at = excluded.changed_at
                            """)
                    .param("code", s.code())
                    .param("position", position++)
                    .param("name", s.name())
                    .param("description", s.description())
                    .param("keywords", s.keywords().toArray(String[]::new))
                    .param("group", s.group())
                    .param("type", s.type().name())
                    .param("kind", s.kind())
                    .param("class", s.matterClass())
                    .param("lists", s.lists().name())
                    .param("place", s.place().name())
                    .param("agency", s.agency())
                    .param("attributes", json.writeValueAsString(new Attributes(s.attributes())))
                    .param("now", Timestamp.from(now))
                    .update();
    }

    private Service service(ResultSet rs) throws SQLException {
        return new Service(
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("description"),
                Arrays.asList((String[]) rs.getArray("keywords").getArray()),
                rs.getString("service_group"),
                Service.Type.valueOf(rs.getString("type")),
                rs.getString("kind"),
                rs.getString("class"),
                Service.Lists.valueOf(rs.getString("lists")),
                Service.PublicPlace.valueOf(rs.getString("place")),
                rs.getBoolean("agency"),
                json.readValue(rs.getString("attributes"), Attributes.class).list(),
                Instants.of(rs, "changed_at"));
    }
}
