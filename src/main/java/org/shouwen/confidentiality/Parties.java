package org.shouwen.confidentiality;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The parties of every case, written in the transaction of whoever knows the fact, and asked by everybody else. A unit's
 * own role in the database writes none of it.
 */
@Component
@Basis(Clause.A21)
public class Parties {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final UnitScope scope;

    Parties(JdbcTemplate template, JdbcClient jdbc, UnitScope scope) {
        this.template = template;
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** Appeals that came in, in one batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void brought(List<Party> parties) {
        template.batchUpdate("""
                insert into confidentiality.party (number, appeal, appellant, part, goes_with, said, secret, unclear)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, parties, Math.max(1, parties.size()), (ps, p) -> {
            ps.setString(1, p.number());
            ps.setObject(2, p.appeal());
            ps.setObject(3, p.appellant());
            ps.setString(4, p.part().name());
            ps.setString(5, p.with());
            ps.setString(6, p.said());
            ps.setBoolean(7, p.facts().secret());
            ps.setBoolean(8, p.facts().unclear());
        });
    }

    /** An appeal turns out to remind of an order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reminds(String number, String order) {
        jdbc.sql("update confidentiality.party set part = 'REMINDER', goes_with = :order where number = :number")
                .param("order", order)
                .param("number", number)
                .update();
    }

    /**
     * What an order keeps now, and under which it goes.
     *
     * @param lead number of the order that leads it; null when it stands alone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String number, Confidentiality facts, @Nullable String lead) {
        Instant permitted = facts.permittedAt();
        int kept = jdbc.sql("""
                        update confidentiality.party set part = case when cast(:lead as text) is null then 'OWN' else 'JOINED' end,
                            goes_with = :lead, secret = :secret, accused_units = cast(:units as text[]),
                            accused = :accused, unclear = :unclear, permitted_at = :permitted
                        where number = :number
                        """)
                .param("lead", lead)
                .param("secret", facts.secret())
                .param("units", PartyRow.codes(facts))
                .param("accused", facts.accused())
                .param("unclear", facts.unclear())
                .param("permitted", Instants.timestamp(permitted))
                .param("number", number)
                .update();
        if (kept != 1) throw new IllegalStateException("nobody is party to " + number);
    }

    /** The appellant's term has run out: who they are, and what in their words leads to them, is in no row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String number, String said) {
        jdbc.sql("update confidentiality.party set appellant = null, said = :said where number = :number")
                .param("said", said)
                .param("number", number)
                .update();
    }

    public Optional<Party> find(String number) {
        return scope.asPlatform(() -> jdbc.sql("select * from confidentiality.party where number = :number")
                .param("number", number)
                .query(PartyRow::map)
                .optional());
    }

    /**
     * Who waits for an order: who brought it, whose orders go under it, and who reminded of one of these; without those
     * who are forgotten.
     */
    public List<Party> of(Collection<String> orders) {
        // of one the database keeps its plan; of several it plans each time anew
        boolean one = orders.size() == 1;
        return scope.asPlatform(() -> jdbc.sql("""
                        select * from confidentiality.party where appellant is not null and (number = %1$s
                            or goes_with = %1$s
                            or goes_with = any(array(
                                select j.number from confidentiality.party j
                                where j.goes_with = %1$s and j.part = 'JOINED')))
                        order by number
                        """.formatted(one ? ":orders" : "any(:orders)"))
                .param("orders", one ? orders.iterator().next() : orders.toArray(String[]::new))
                .query(PartyRow::map)
                .list());
    }

    /** Of these appeals' numbers, those that units must not read on: there is something to be kept from them. */
    public Set<String> kept(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : scope.asPlatform(() -> Set.copyOf(jdbc.sql("""
                                select number from confidentiality.party where number = any(:numbers)
                                    and (said <> '' or secret or unclear or accused <> '' or accused_units <> '{}')
                                """)
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(String.class)
                        .list()));
    }

    /** Of these appeals' numbers, those that are not there for this person (ruling 35). */
    public Set<String> hidden(Collection<String> numbers, CurrentUser by) {
        return numbers.isEmpty()
                ? Set.of()
                : Set.copyOf(hidden(ConflictOfInterest.appeal("p.number"), numbers, ConflictOfInterest.name(by)));
    }

    /** Whether an order is about this person of the platform, or goes under one that is. */
    public boolean about(String order, CurrentUser by) {
        String reader = ConflictOfInterest.reader(by);
        return !reader.isEmpty()
                && !hidden(ConflictOfInterest.order("p.number"), List.of(order), reader)
                        .isEmpty();
    }

    private List<String> hidden(String there, Collection<String> numbers, String reader) {
        return jdbc.sql("select p.number from confidentiality.party p where p.number = any(:numbers) and not " + there)
                .param("numbers", numbers.toArray(String[]::new))
                .param("reader", reader)
                .query(String.class)
                .list();
    }
}
