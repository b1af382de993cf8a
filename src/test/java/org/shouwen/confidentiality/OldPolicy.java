package org.shouwen.confidentiality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * Who might know whom before there was one table of the parties (decision 41): word for word as it stood in seven
 * packages and in the database, kept to hold the policy against.
 */
final class OldPolicy {
    private OldPolicy() {}

    /** Rows of {@code workorder.work_order w}; the reader's name is {@code :reader}. */
    static final String ORDER = """
         (:reader = '' or ((w.shield is null or strpos(w.shield::jsonb ->> 'accused', :reader) = 0)
            and (w.joined_to is null or not exists (select from workorder.work_order l
                where l.number = w.joined_to and strpos(l.shield::jsonb ->> 'accused', :reader) > 0))))
        """;

    /** Rows that belong to an order. */
    static String order(String number) {
        return "(:reader = '' or not exists (select from workorder.work_order w where w.number = " + number
                + " and not " + ORDER + "))";
    }

    /** Rows of {@code intake.appeal a}. */
    static final String APPEAL =
            "(:reader = '' or (strpos(a.accused, :reader) = 0 and " + order("a.order_number") + "))";

    /** Rows that belong to an appeal. */
    static String appeal(String number) {
        return "(:reader = '' or not exists (select from intake.appeal a where a.number = " + number + " and not "
                + APPEAL + "))";
    }

    /** Whom an order's moves were told. */
    static final String TOLD = """
        select number from intake.appeal where id = :appeal
        union all
        select number from intake.appeal where order_number = :order and outcome = 'reminder'
        union all
        select a.number from workorder.work_order w join intake.appeal a on a.id = w.appeal
        where w.joined_to = :order
        """;

    /** Whose names were taken out of what is written about an order, and whether something of them is kept from units. */
    static final String UNNAMED = """
        select number, false from intake.appeal where id = :appeal
        union all
        select p.number, j.shield is not null from workorder.work_order j
            join intake.appeal p on p.id = j.appeal where j.joined_to = :order
        union all
        select number, secret or accused <> '' from intake.appeal
        where outcome = 'reminder' and order_number = :order
        union all
        select p.number, p.secret or p.accused <> '' from workorder.work_order j
            join intake.appeal p on p.order_number = j.number and p.outcome = 'reminder'
        where j.joined_to = :order
        """;

    /** The rule under row-level security, in a schema of its own. */
    static final String WALL = """
        create schema oracle;
        create function oracle.closed(a uuid, u text) returns boolean
            language sql stable security definer set search_path = '' as $f$
            select exists (
                select from intake.appeal p where p.id = a and (p.secret or p.accused <> '')
                    and not exists (select from workorder.work_order o where o.appeal = a))
            or exists (
                select from workorder.work_order o left join workorder.work_order l on l.number = o.joined_to,
                    lateral (select coalesce(l.lead_unit, o.lead_unit) as lead, coalesce(l.assisting, o.assisting) as assisting) d,
                    lateral (values (o.shield::jsonb), (l.shield::jsonb)) s(j)
                where o.appeal = a and s.j is not null
                    and (s.j ->> 'permittedAt' is null
                        or not coalesce(d.lead = u or d.assisting operator(pg_catalog.@>) array[u], false))
                    and ((s.j ->> 'secret')::boolean
                        or coalesce((s.j ->> 'unclear')::boolean,
                                    s.j ->> 'accused' <> '' and pg_catalog.jsonb_array_length(s.j -> 'accusedUnits') = 0)
                        or exists (
                            with recursive up as (
                                select code, parent from directory.unit where code in (u, d.lead)
                                union select p.code, p.parent from directory.unit p join up on p.code = up.parent)
                            select from up where s.j -> 'accusedUnits' ? code)))
        $f$
        """;

    /** Whether a unit must not know who brought an order. */
    static boolean closedTo(Confidentiality c, UnitId unit, List<UnitId> above) {
        if (c.permittedAt() != null) return false;
        return c.secret()
                || c.unclear()
                || c.accusedUnits().contains(unit)
                || above.stream().anyMatch(c.accusedUnits()::contains);
    }

    static boolean accuses(Confidentiality c, String name) {
        return name.codePointCount(0, name.length()) >= 2 && c.accused().contains(name);
    }

    static boolean any(Confidentiality c) {
        return c.secret()
                || c.unclear()
                || !c.accusedUnits().isEmpty()
                || !c.accused().isEmpty();
    }

    /**
     * Whether a person must not know who brought an order.
     *
     * @param officer as the directory has the person; empty when it has not
     */
    static boolean closed(
            Confidentiality c,
            @Nullable UnitId unit,
            List<UnitId> above,
            String name,
            String officer,
            @Nullable UnitId lead,
            List<UnitId> aboveLead) {
        if (unit == null || c.permittedAt() != null) return false;
        return accuses(c, name)
                || accuses(c, officer)
                || closedTo(c, unit, above)
                || (lead != null && closedTo(c, lead, aboveLead));
    }
}
