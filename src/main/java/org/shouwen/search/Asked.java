package org.shouwen.search;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;

/**
 * A query as conditions in SQL on the rows {@code t} of the index: what was asked for, and the policy of each kind, so that
 * nothing is read, and nothing counted, that whoever asks may not see.
 *
 * @param owners of the kinds that are asked for and open to this person
 * @param numbers of appeals and orders that alone are looked for; null: words are
 * @param places codes of those that are asked for and of all that lie in them
 */
record Asked(
        CurrentUser viewer,
        SearchQuery query,
        AskedWords words,
        List<SearchableThings> owners,
        @Nullable List<String> numbers,
        Set<String> places) {
    Asked {
        places = Set.copyOf(places);
        owners = List.copyOf(owners);
    }

    boolean ofUnit() {
        return viewer.unitCode() != null;
    }

    List<String> kinds(boolean everybodys) {
        return owners.stream()
                .map(SearchableThings::kind)
                .filter(k -> Thing.everybodys(k) == everybodys)
                .map(Enum::name)
                .toList();
    }

    /** Keys that all that is found has, beside its words: what the filters leave only one choice of. */
    List<String> facets(List<String> kinds) {
        List<String> facets = new ArrayList<>();
        if (kinds.size() == 1) facets.add("kind:" + kinds.getFirst());
        only(facets, "unit:", query.units());
        only(facets, "class:", query.classes());
        only(facets, "place:", places);
        only(facets, "channel:", query.channels());
        if (viewer.unitCode() != null && !kinds.isEmpty() && !Thing.everybodys(ThingKind.valueOf(kinds.getFirst())))
            facets.add("unit:" + viewer.unitCode());
        return facets;
    }

    private static void only(List<String> facets, String prefix, Collection<String> values) {
        if (values.size() == 1) facets.add(prefix + values.iterator().next());
    }

    /** Conditions on a row, whichever way it was reached. */
    String where() {
        if (numbers != null) return where(" and t.number = any(cast(:numbers as text[]))");
        return words.none() ? where("") : where(" and " + holdsWords());
    }

    /** The same for what is found by meaning: not what the words find. */
    String meant() {
        return where(" and not " + holdsWords());
    }

    private String holdsWords() {
        return ofUnit() ? UNIT_READS : "(t.words like all(cast(:patterns as text[])))";
    }

    private String where(String found) {
        StringBuilder sql = new StringBuilder("t.kind = any(cast(:kinds as text[]))").append(found);
        if (!query.states().isEmpty()) sql.append(" and t.state = any(cast(:states as text[]))");
        if (!query.units().isEmpty()) sql.append(" and t.units && cast(:units as text[])");
        if (!query.classes().isEmpty()) sql.append(" and t.class = any(cast(:classes as text[]))");
        if (!places.isEmpty()) sql.append(" and t.place = any(cast(:places as text[]))");
        if (!query.channels().isEmpty()) sql.append(" and t.channel = any(cast(:channels as text[]))");
        if (query.from() != null) sql.append(" and t.at >= :from");
        if (query.to() != null) sql.append(" and t.at < :to");
        if (query.urgent() != null) sql.append(" and t.urgent = :urgent");
        if (ofUnit())
            sql.append(" and (t.slice = 0 or t.facets @> array['unit:' || cast(:unit as text)])")
                    .append(" and (t.kind <> 'APPEAL' or not confidentiality.kept(t.number))");
        return sql.append(" and ").append(policy()).toString();
    }

    /** Where something is kept from units, they read the words without the place. */
    private static final String UNIT_READS = """
            (left(t.words, t.open) like all(cast(:patterns as text[]))
                or (t.words like all(cast(:patterns as text[])) and (t.kind <> 'ORDER' or not confidentiality.kept(t.number))))""";

    private String policy() {
        StringBuilder sql = new StringBuilder("case t.kind");
        for (SearchableThings o : owners)
            sql.append(" when '")
                    .append(o.kind())
                    .append("' then ")
                    .append(o.predicate("t.number").replace(":reader", ":reader" + o.kind()));
        return sql.append(" else false end").toString();
    }

    Map<String, Object> params(List<String> kinds) {
        Map<String, Object> params = new HashMap<>();
        params.put("kinds", kinds.toArray(String[]::new));
        if (numbers != null) params.put("numbers", numbers.toArray(String[]::new));
        params.put("patterns", words.patterns().toArray(String[]::new));
        params.put("states", query.states().toArray(String[]::new));
        params.put("units", query.units().toArray(String[]::new));
        params.put("classes", query.classes().toArray(String[]::new));
        params.put("places", places.toArray(String[]::new));
        params.put("channels", query.channels().toArray(String[]::new));
        if (query.urgent() != null) params.put("urgent", query.urgent());
        if (from() != null) params.put("from", Timestamp.from(from()));
        if (until() != null) params.put("to", Timestamp.from(until()));
        if (viewer.unitCode() != null) params.put("unit", viewer.unitCode());
        for (SearchableThings o : owners) params.put("reader" + o.kind(), o.reader(viewer));
        return params;
    }

    /** Null: no limit. */
    @Nullable
    Instant from() {
        return beginning(query.from());
    }

    /** The first instant that is too late; null: no limit. */
    @Nullable
    Instant until() {
        return query.to() == null ? null : beginning(query.to().plusDays(1));
    }

    private static @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Thing.ZONE).toInstant();
    }
}
