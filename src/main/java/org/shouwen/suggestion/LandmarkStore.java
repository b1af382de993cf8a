package org.shouwen.suggestion;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The city's own list of streets, compounds and landmarks, each with the directory's place it lies in; no personal data. */
@Repository
class LandmarkStore {
    /** @param place code of the directory's place */
    record Landmark(String name, String place) {}

    private final JdbcClient jdbc;

    LandmarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Landmark> all() {
        return jdbc.sql("select name, place from suggestion.landmark order by name")
                .query((rs, _) -> new Landmark(rs.getString("name"), rs.getString("place")))
                .list();
    }

    /** In the place of the whole list. */
    void replace(List<Landmark> all) {
        jdbc.sql("delete from suggestion.landmark").update();
        for (Landmark l : all)
            jdbc.sql("insert into suggestion.landmark (name, place) values (:name, :place)")
                    .param("name", l.name())
                    .param("place", l.place())
                    .update();
    }
}
