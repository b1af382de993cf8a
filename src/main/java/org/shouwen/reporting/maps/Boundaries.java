package org.shouwen.reporting.maps;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door to boundaries: taken from a file of GeoJSON, read by maps (Art. 2, decision 64). */
@Service
@Transactional
@Basis(Clause.A2)
public class Boundaries {
    private static final String KIND = "boundary";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Boundaries(JdbcClient jdbc, Directory directory, History history, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes what is right of a file; a place that it names again has the new boundary, others keep theirs.
     *
     * @throws org.shouwen.problems.BadInput when it is no GeoJSON
     */
    public BoundaryReport take(byte[] file, Actor by) {
        BoundaryFile.Read read = BoundaryFile.read(file, places());
        Instant now = Instants.now(clock);
        for (Boundary b : read.boundaries())
            jdbc.sql("""
                            insert into reporting.boundary (place, shape, inhabitants, schematic, loaded_by, loaded_at)
                            values (:place, :shape, :inhabitants, :schematic, :by, :at)
                            on conflict (place) do update set shape = excluded.shape, inhabitants = excluded.inhabitants,
                                schematic = excluded.schematic, loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at
                            """)
                    .param("place", b.place())
                    .param("shape", BoundaryFile.written(b))
                    .param("inhabitants", b.inhabitants())
                    .param("schematic", b.schematic())
                    .param("by", by.name())
                    .param("at", Timestamp.from(now))
                    .update();
        if (!read.boundaries().isEmpty())
            history.append(
                    new Subject(KIND, UuidCreator.getTimeOrderedEpoch()),
                    now,
                    by,
                    "BoundariesLoaded",
                    json.writeValueAsString(Map.of(
                            "places",
                            read.boundaries().stream().map(Boundary::place).toList())));
        return new BoundaryReport(read.boundaries().size(), read.refused());
    }

    /** Of those of the given places that have one. */
    @Transactional(readOnly = true)
    public Map<String, Boundary> of(Collection<String> places) {
        Map<String, Boundary> all = new HashMap<>();
        jdbc.sql("select * from reporting.boundary where place = any(:places)")
                .param("places", places.toArray(String[]::new))
                .query(rs -> {
                    long inhabitants = rs.getLong("inhabitants");
                    Long known = rs.wasNull() ? null : inhabitants;
                    all.put(
                            rs.getString("place"),
                            new Boundary(
                                    rs.getString("place"),
                                    BoundaryFile.rings(json.readTree(rs.getString("shape")))
                                            .orElseThrow(),
                                    known,
                                    rs.getBoolean("schematic")));
                });
        return all;
    }

    private Set<String> places() {
        Set<String> all = new HashSet<>();
        List<Place> next = new ArrayList<>(directory.placesUnder(null));
        while (!next.isEmpty()) {
            Place p = next.removeLast();
            if (all.add(p.code())) next.addAll(directory.placesUnder(p.code()));
        }
        return all;
    }
}
