package org.shouwen.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.ChangedMemory;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The city's own list of streets, compounds and landmarks. Answers from memory, at most ten seconds old. */
@Service
public class Landmarks {
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(10);

    private record Seen(List<Landmark> all, long at, long change) {}

    private final JdbcClient jdbc;
    private final History history;
    private final JsonMapper json;
    private final java.time.InstantSource clock;
    private final ChangedMemory changes = new ChangedMemory();
    private volatile @Nullable Seen seen;

    Landmarks(JdbcClient jdbc, History history, JsonMapper json, java.time.InstantSource clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    public List<Landmark> all() {
        long change = changes.count();
        Seen s = seen;
        if (s != null && s.change() == change && System.nanoTime() - s.at() < LOOK_AGAIN) return s.all();
        List<Landmark> read = jdbc.sql(
                        "select id, kind, name, aliases, place from directory.landmark order by name, place")
                .query((rs, _) -> new Landmark(
                        rs.getObject("id", UUID.class),
                        Landmark.Kind.valueOf(rs.getString("kind")),
                        rs.getString("name"),
                        Arrays.asList((String[]) rs.getArray("aliases").getArray()),
                        rs.getString("place")))
                .list();
        seen = new Seen(read, System.nanoTime(), change);
        return read;
    }

    /** Those whose name or alias holds the text; names that begin with it first. */
    public List<Landmark> search(String text, int most) {
        String t = text.strip();
        if (t.isEmpty()) return List.of();
        return Stream.concat(
                        all().stream().filter(l -> l.name().startsWith(t)),
                        all().stream()
                                .filter(l -> !l.name().startsWith(t)
                                        && (l.name().contains(t)
                                                || l.aliases().stream().anyMatch(a -> a.contains(t)))))
                .limit(most)
                .toList();
    }

    Optional<Landmark> find(String name, String place) {
        return all().stream()
                .filter(l -> l.name().equals(name) && l.place().equals(place))
                .findFirst();
    }

    /** Adds it, or changes what is there of that name in that division. */
    @Transactional
    public void put(Landmark.Kind kind, String name, List<String> aliases, String place, Actor by) {
        UUID id = jdbc.sql("""
                        insert into directory.landmark (id, kind, name, aliases, place)
                        values (:id, :kind, :name, :aliases, :place)
                        on conflict (name, place) do update set kind = excluded.kind, aliases = excluded.aliases
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("kind", kind.name())
                .param("name", name)
                .param("aliases", aliases.toArray(String[]::new))
                .param("place", place)
                .query(UUID.class)
                .single();
        history.append(
                new Subject("landmark", id),
                clock.instant(),
                by,
                "LandmarkPut",
                json.writeValueAsString(Map.of("kind", kind, "name", name, "aliases", aliases, "place", place)));
        changes.changed();
    }
}
