package org.shouwen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.search.Searchable;
import org.shouwen.search.SearchableThings;
import org.shouwen.search.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles as they can be found: the published version of each, by whoever may read articles. */
@Component
class SearchableArticles implements SearchableThings {
    private static final Set<Role> READERS = EnumSet.of(
            Role.AGENT,
            Role.DISPATCHER,
            Role.SUPERVISOR,
            Role.BUREAU,
            Role.UNIT_DESK,
            Role.UNIT_OFFICER,
            Role.UNIT_LEADER);

    private final JdbcClient jdbc;

    SearchableArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ThingKind kind() {
        return ThingKind.ARTICLE;
    }

    @Override
    public Set<String> subjects() {
        return Set.of(ArticleStore.KIND);
    }

    @Override
    public boolean open(CurrentUser viewer) {
        return viewer.roles().stream().anyMatch(READERS::contains);
    }

    /** An entry names a version, and what is found is the article. */
    @Override
    public boolean few() {
        return true;
    }

    @Override
    public List<Searchable> of(Collection<UUID> ids) {
        return after(null, Integer.MAX_VALUE);
    }

    @Override
    public List<Searchable> after(@Nullable UUID id, int most) {
        return jdbc.sql("select * from knowledge.article_version where state = 'PUBLISHED' order by id")
                .query((rs, _) -> searchable(rs))
                .list();
    }

    private static Searchable searchable(ResultSet rs) throws SQLException {
        return new Searchable(
                rs.getObject("article", UUID.class),
                null,
                "",
                rs.getTimestamp("changed_at").toInstant(),
                rs.getString("title"),
                String.join(
                        "\n",
                        rs.getString("text"),
                        rs.getString("source_title"),
                        rs.getString("source_number"),
                        rs.getString("place"),
                        rs.getString("phone")),
                "",
                List.of(rs.getString("unit")),
                rs.getString("state"),
                null,
                null,
                null,
                false);
    }

    @Override
    public String page(UUID id, String number, List<String> units, CurrentUser viewer) {
        return "/knowledge/" + id;
    }
}
