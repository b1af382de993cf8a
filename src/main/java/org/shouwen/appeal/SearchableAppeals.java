package org.shouwen.appeal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.search.ChannelsOfAppeals;
import org.shouwen.search.Searchable;
import org.shouwen.search.SearchableThings;
import org.shouwen.search.ThingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Appeals that are no order as they can be found: what was said, without what leads to a person and without the masks. The
 * desk finds all that are there for it, a unit those that it took itself (Art. 10, 21).
 */
@Component
@Basis(Clause.A21)
class SearchableAppeals implements SearchableThings, ChannelsOfAppeals {
    private static final Set<Role> DESK = EnumSet.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR);

    /** What became an order is found as the order; whose term has run out is not found by words any more. */
    private static final String APPEALS = """
            select a.* from intake.appeal a
            where a.forgotten_at is null and (a.outcome is null or a.outcome not in ('order', 'joined')) and\s""";

    private final JdbcClient jdbc;
    private final AppealRows rows;
    private final Vault vault;

    SearchableAppeals(JdbcClient jdbc, AppealRows rows, Vault vault) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.vault = vault;
    }

    @Override
    public ThingKind kind() {
        return ThingKind.APPEAL;
    }

    @Override
    public Set<String> subjects() {
        return Set.of(Appeal.KIND);
    }

    @Override
    public boolean open(CurrentUser viewer) {
        return viewer.roles().stream().anyMatch(r -> viewer.ofPlatform() ? DESK.contains(r) : Role.OF_UNIT.contains(r));
    }

    @Override
    public String predicate(String number) {
        return ConflictOfInterest.appeal(number);
    }

    @Override
    public String reader(CurrentUser viewer) {
        return ConflictOfInterest.name(viewer);
    }

    @Override
    public List<Searchable> of(Collection<UUID> ids) {
        return jdbc
                .sql(APPEALS + "a.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rows::map)
                .list()
                .stream()
                .map(this::searchable)
                .toList();
    }

    @Override
    public List<Searchable> after(@Nullable UUID id, int most) {
        return jdbc
                .sql(APPEALS + "a.id > :after order by a.id limit :most")
                .param("after", Objects.requireNonNullElse(id, new UUID(0, 0)))
                .param("most", most)
                .query(rows::map)
                .list()
                .stream()
                .map(this::searchable)
                .toList();
    }

    private Searchable searchable(Appeal a) {
        Redactor masks = vault.scrub(a.appellant());
        AppealContent w = a.words();
        return new Searchable(
                a.id(),
                a.id(),
                a.number(),
                a.receivedAt(),
                MaskRemover.of(masks.of(w.title())),
                MaskRemover.of(masks.of(w.content() + (w.wants().isEmpty() ? "" : "\n" + w.wants()))),
                MaskRemover.of(masks.of(w.location())),
                a.unit() == null ? List.of() : List.of(a.unit().code()),
                a.state().name(),
                w.matterClass(),
                w.place(),
                a.channel(),
                w.urgentKind() != null);
    }

    @Override
    public String page(UUID id, String number, List<String> units, CurrentUser viewer) {
        return viewer.ofPlatform() ? "/appeals/" + number : "/unit/intake";
    }

    @Override
    public Map<UUID, String> channels(Collection<UUID> appeals) {
        Map<UUID, String> channels = new HashMap<>();
        jdbc.sql("select id, channel from intake.appeal where id = any(:ids)")
                .param("ids", appeals.toArray(UUID[]::new))
                .query(rs -> {
                    channels.put(rs.getObject("id", UUID.class), rs.getString("channel"));
                });
        return channels;
    }
}
