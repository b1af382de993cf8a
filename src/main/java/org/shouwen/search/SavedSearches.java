package org.shouwen.search;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for saved searches; each person has their own and sees no other's. */
@Service
@Transactional
public class SavedSearches {
    /** Of one person: as many as a page can count anew. */
    public static final int MOST = 30;

    private static final int LONGEST_NAME = 40;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SavedSearches(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person's own, by name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> of(CurrentUser person) {
        return jdbc.sql("select * from search.saved_search where account = :account order by name limit :most")
                .param("account", person.account())
                .param("most", MOST)
                .query(SavedSearches::row)
                .list();
    }

    /** @throws BadInput when the name is taken or the words or the name lead to a person (Art. 21) */
    public SavedSearch save(CurrentUser person, String typed, SearchQuery query) {
        String name = name(typed);
        String written = SearchParameters.write(query);
        if (written.isEmpty()) throw new BadInput("name", "search.saved.nothing");
        if (PersonalWords.in(query.words())) throw new BadInput("name", "search.saved.personal");
        if (of(person).size() >= MOST) throw new BadInput("name", "search.saved.full", MOST);
        SavedSearch saved = new SavedSearch(UuidCreator.getTimeOrderedEpoch(), name, written, Instants.now(clock), 0);
        try {
            jdbc.sql("""
                            insert into search.saved_search (id, account, name, query, made_at)
                            values (:id, :account, :name, :query, :at)
                            """)
                    .param("id", saved.id())
                    .param("account", person.account())
                    .param("name", name)
                    .param("query", written)
                    .param("at", Timestamp.from(saved.madeAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new BadInput("name", "search.saved.taken");
        }
        return saved;
    }

    /** @throws NotFound when it is not the person's own */
    public void rename(CurrentUser person, UUID id, String typed) {
        try {
            one(
                    id,
                    jdbc.sql("""
                                    update search.saved_search set name = :name, version = version + 1
                                    where id = :id and account = :account
                                    """)
                            .param("name", name(typed))
                            .param("id", id)
                            .param("account", person.account())
                            .update());
        } catch (DuplicateKeyException e) {
            throw new BadInput("name", "search.saved.taken");
        }
    }

    /** @throws NotFound when it is not the person's own */
    public void delete(CurrentUser person, UUID id) {
        one(
                id,
                jdbc.sql("delete from search.saved_search where id = :id and account = :account")
                        .param("id", id)
                        .param("account", person.account())
                        .update());
    }

    private static void one(UUID id, int changed) {
        if (changed == 0) throw new NotFound("saved search", id.toString());
    }

    private static String name(String typed) {
        String name = Text.required("name", typed, LONGEST_NAME);
        if (PersonalWords.in(name)) throw new BadInput("name", "search.saved.personal");
        return name;
    }

    private static SavedSearch row(ResultSet rs, int row) throws SQLException {
        return new SavedSearch(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getString("query"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getLong("version"));
    }
}
