package org.shouwen.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people stored of their searches forgets with the rest (Art. 21): a saved search that leads to whoever is forgotten
 * goes, as do all of an account that may not be used any more; a request for an export keeps that it was, not its words.
 */
@Component
@Basis(Clause.A21)
class ForgottenSearches implements Forgets, ForgetsAfterDays {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final History history;

    ForgottenSearches(JdbcClient jdbc, Accounts accounts, History history) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.history = history;
    }

    /** @param said in free words: a name, a purpose */
    private record Stored(UUID id, String said, String query) {}

    @Override
    public int forget(EndedMatter matter) {
        for (Stored s : stored("select id, name as said, query from search.saved_search"))
            if (leads(s, matter)) delete(s.id());
        for (Stored s : stored("select id, purpose as said, query from search.export where purpose <> ''"))
            if (leads(s, matter)) blank(s.id(), matter.at());
        return 0;
    }

    private List<Stored> stored(String sql) {
        return jdbc.sql(sql)
                .query((rs, _) ->
                        new Stored(rs.getObject("id", UUID.class), rs.getString("said"), rs.getString("query")))
                .list();
    }

    private static boolean leads(Stored s, EndedMatter matter) {
        String all = s.said() + "\n" + words(s.query());
        return !matter.scrub().of(all).equals(all);
    }

    private static String words(String query) {
        try {
            return SearchParameters.read(query).words();
        } catch (BadInput unreadable) {
            return query;
        }
    }

    private void delete(UUID id) {
        jdbc.sql("delete from search.saved_search where id = :id")
                .param("id", id)
                .update();
    }

    private void blank(UUID id, Instant at) {
        jdbc.sql("update search.export set purpose = '', query = '', version = version + 1 where id = :id")
                .param("id", id)
                .update();
        history.append(new Subject(SearchExports.KIND, id), at, Actor.SYSTEM, "Forgotten", "{}");
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        List<UUID> gone = accounts.all().stream()
                .filter(a -> !a.active())
                .map(Account::id)
                .toList();
        jdbc.sql("delete from search.saved_search where account = any(:gone)")
                .param("gone", gone.toArray(UUID[]::new))
                .update();
    }
}
