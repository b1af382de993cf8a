package org.shouwen.accounts;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The town or village that people at work live in, so that looks at their neighbours can be marked (Art. 21). Only the
 * security officer sees and notes it; the history says that it was noted, not where.
 */
@Service
@Transactional
public class StaffResidences {
    private final JdbcClient jdbc;
    private final Directory directory;
    private final History history;
    private final InstantSource clock;

    StaffResidences(JdbcClient jdbc, Directory directory, History history, InstantSource clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    /** By account. */
    @Transactional(readOnly = true)
    public Map<UUID, Place> all() {
        Map<UUID, Place> homes = new HashMap<>();
        jdbc.sql("select account, place from accounts.home").query(rs -> {
            UUID account = rs.getObject("account", UUID.class);
            directory.place(rs.getString("place")).ifPresent(p -> homes.put(account, p));
        });
        return homes;
    }

    /**
     * @param typed name of a town or village, alone or after its county's; empty takes it away
     * @throws BadInput when it is none, or fits several
     */
    public void note(UUID account, String typed, CurrentUser by) {
        jdbc.sql("delete from accounts.home where account = :account")
                .param("account", account)
                .update();
        if (!typed.isBlank())
            jdbc.sql("insert into accounts.home (account, place) values (:account, :place)")
                    .param("account", account)
                    .param("place", place(typed.strip()).code())
                    .update();
        history.append(new Subject("account", account), clock.instant(), by.actor(), "HomeNoted", "{}");
    }

    private Place place(String typed) {
        List<Place> found = directory.searchPlaces(typed, 100).stream()
                .filter(p -> p.level() == Place.Level.TOWN || p.level() == Place.Level.VILLAGE)
                .filter(p -> p.name().equals(typed) || p.fullName().equals(typed))
                .toList();
        if (found.size() != 1) throw new BadInput("home", found.isEmpty() ? "accounts.bad.home" : "accounts.bad.homes");
        return found.getFirst();
    }
}
