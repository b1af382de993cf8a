package org.shouwen.workorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.search.ChannelsOfAppeals;
import org.shouwen.search.Searchable;
import org.shouwen.search.SearchableThings;
import org.shouwen.search.ThingKind;
import org.shouwen.search.WordsOfAppeals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders as they can be found: what the unit is told of the matter, without even the masks. An order of somebody whose
 * term has run out is not found by words any more (Art. 21).
 */
@Component
@Basis(Clause.A21)
class SearchableOrders implements SearchableThings {
    /** Whoever may open orders. */
    private static final Set<Role> READERS = EnumSet.of(
            Role.AGENT,
            Role.DISPATCHER,
            Role.SUPERVISOR,
            Role.BUREAU,
            Role.UNIT_DESK,
            Role.UNIT_OFFICER,
            Role.UNIT_LEADER);

    private static final String APPEAL = "appeal";

    private static final String ORDERS = """
            select w.id, w.appeal, w.number, w.registered_at, w.state, w.lead_unit, w.assisting, w.urgent, m.title, m.content,
                m.location, m.matter_class, m.place, w.report
            from workorder.work_order w join workorder.matter m on m.order_id = w.id
            where m.salt <> '' and\s""";

    private final JdbcClient jdbc;
    private final List<ChannelsOfAppeals> channels;
    private final List<WordsOfAppeals> words;
    private final EventJson json;

    SearchableOrders(JdbcClient jdbc, List<ChannelsOfAppeals> channels, List<WordsOfAppeals> words, EventJson json) {
        this.words = List.copyOf(words);
        this.json = json;
        this.jdbc = jdbc;
        this.channels = List.copyOf(channels);
    }

    @Override
    public ThingKind kind() {
        return ThingKind.ORDER;
    }

    @Override
    public Set<String> subjects() {
        // what the appellant adds later stands in the appeal's own history
        return Set.of(OrderRow.KIND, APPEAL);
    }

    @Override
    public boolean open(CurrentUser viewer) {
        return viewer.roles().stream().anyMatch(READERS::contains);
    }

    @Override
    public String predicate(String number) {
        return ConflictOfInterest.order(number);
    }

    @Override
    public String reader(CurrentUser viewer) {
        return ConflictOfInterest.reader(viewer);
    }

    @Override
    public List<Searchable> of(Collection<UUID> ids) {
        return searchable(jdbc.sql(ORDERS + "(w.id = any(:ids) or w.appeal = any(:ids))")
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, _) -> row(rs))
                .list());
    }

    @Override
    public List<Searchable> after(@Nullable UUID id, int most) {
        return searchable(jdbc.sql(ORDERS + "w.id > :after order by w.id limit :most")
                .param("after", Objects.requireNonNullElse(id, new UUID(0, 0)))
                .param("most", most)
                .query((rs, _) -> row(rs))
                .list());
    }

    private record Row(UUID appeal, String reported, Searchable order) {}

    private Row row(ResultSet rs) throws SQLException {
        UUID appeal = rs.getObject("appeal", UUID.class);
        Report report = json.readReport(rs.getString("report"));
        return new Row(
                appeal,
                report == null ? "" : report.investigation() + " " + report.resolution(),
                new Searchable(
                        rs.getObject("id", UUID.class),
                        appeal,
                        rs.getString("number"),
                        rs.getTimestamp("registered_at").toInstant(),
                        MaskRemover.of(rs.getString("title")),
                        MaskRemover.of(rs.getString("content")),
                        MaskRemover.of(rs.getString("location")),
                        units(rs),
                        rs.getString("state"),
                        rs.getString("matter_class"),
                        rs.getString("place"),
                        null,
                        rs.getBoolean("urgent")));
    }

    private static List<String> units(ResultSet rs) throws SQLException {
        List<String> units = new ArrayList<>();
        String lead = rs.getString("lead_unit");
        if (lead != null) units.add(lead);
        units.addAll(List.of((String[]) rs.getArray("assisting").getArray()));
        return units;
    }

    private List<Searchable> searchable(List<Row> rows) {
        List<UUID> appeals = rows.stream().map(Row::appeal).toList();
        List<Map<UUID, String>> known =
                channels.stream().map(c -> c.channels(appeals)).toList();
        Map<UUID, String> reported = new HashMap<>();
        for (Row r : rows) reported.put(r.appeal(), r.reported());
        List<Map<UUID, String>> said =
                words.stream().map(w -> w.after(reported)).toList();
        return rows.stream()
                .map(r -> r.order()
                        .besides(said.stream()
                                .map(s -> s.get(r.appeal()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")))
                        .over(known.stream()
                                .map(k -> k.get(r.appeal()))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    @Override
    public String page(UUID id, String number, List<String> units, CurrentUser viewer) {
        return "/orders/" + number;
    }
}
