package org.shouwen.knowledge;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.search.Searchable;
import org.shouwen.search.SearchableThings;
import org.shouwen.search.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Articles as they can be found: the published version of each, by whoever may read articles; and with them the answers that
 * everybody may read, which are knowledge too.
 */
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
    private final PublicAnswerStore answers;
    private final InstantSource clock;

    SearchableArticles(JdbcClient jdbc, PublicAnswerStore answers, InstantSource clock) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public ThingKind kind() {
        return ThingKind.ARTICLE;
    }

    @Override
    public Set<String> subjects() {
        return Set.of(ArticleStore.KIND, PublicAnswer.KIND);
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
        return Stream.concat(
                        jdbc
                                .sql("select * from knowledge.article_version where state = 'PUBLISHED' order by id")
                                .query((rs, _) -> searchable(rs))
                                .list()
                                .stream(),
                        answers.published().stream().map(SearchableArticles::searchable))
                .toList();
    }

    private static Searchable searchable(PublicAnswer p) {
        return new Searchable(
                p.id(),
                null,
                "",
                Objects.requireNonNullElse(p.decidedAt(), p.proposedAt()),
                MaskRemover.of(p.title()),
                MaskRemover.of(p.question() + "\n" + p.answer()),
                "",
                p.unit() == null ? List.of() : List.of(p.unit().code()),
                p.state().name(),
                null,
                null,
                null,
                false);
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
    public Map<UUID, String> statesNow(Collection<UUID> ids) {
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        Map<UUID, String> states = new HashMap<>();
        jdbc.sql("""
            select article, case when valid_from > :day then 'NOT_YET' else 'EXPIRED' end as state
            from knowledge.article_version
            where article = any(:ids) and state = 'PUBLISHED' and (valid_from > :day or valid_to < :day)
            """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("day", Date.valueOf(today))
                .query(rs -> {
                    states.put(rs.getObject("article", UUID.class), rs.getString("state"));
                });
        return states;
    }

    /** An answer's page is found by the same address. */
    @Override
    public String page(UUID id, String number, List<String> units, CurrentUser viewer) {
        return "/knowledge/" + id;
    }
}
