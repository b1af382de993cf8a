package org.shouwen.confidentiality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Vault;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every matter that the lists show to somebody, with the words that they show. */
final class SlowSearch {
    private final JdbcClient jdbc;
    private final Vault vault;

    SlowSearch(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    record Seen(String number, String words, String units) {
        boolean holds(String asked) {
            String folded = words.toLowerCase(Locale.ROOT);
            return Arrays.stream(asked.split(" ")).allMatch(folded::contains);
        }
    }

    List<Seen> seen(CurrentUser who) {
        List<Seen> seen = new ArrayList<>();
        UnitScope.within(who.unitCode(), () -> {
            boolean unit = who.unitCode() != null;
            if (who.has(Role.AGENT) || who.has(Role.BUREAU) || unit)
                seen.addAll(jdbc.sql(
                                "select o.number, m.title || '\n' || o.number || '\n' || m.content || case when :unit and (o.shield is not null"
                                        + " or confidentiality.kept(o.number)) then '' else '\n' || m.location end as words, o.lead_unit"
                                        + " from workorder.work_order o join workorder.matter m on m.order_id = o.id where m.salt <> '' and o.number like 'R-%'"
                                        + " and (not :unit or o.lead_unit = :code or o.assisting @> array[cast(:code as text)]) and "
                                        + ConflictOfInterest.order("o.number"))
                        .param("unit", unit)
                        .param("code", who.unitCode() == null ? "" : who.unitCode())
                        .param("reader", ConflictOfInterest.reader(who))
                        .query((rs, _) -> new Seen(rs.getString(1), rs.getString(2), String.valueOf(rs.getString(3))))
                        .list());
            if (who.has(Role.AGENT) || unit)
                seen.addAll(jdbc.sql("select a.number, a.title, a.content, a.location, a.unit from intake.appeal a"
                                + " where a.forgotten_at is null and a.outcome not in ('order', 'joined')"
                                + " and a.number like 'R-%'"
                                + " and (not :unit or (a.unit = :code and not confidentiality.kept(a.number))) and "
                                + ConflictOfInterest.appeal("a.number"))
                        .param("unit", unit)
                        .param("code", who.unitCode() == null ? "" : who.unitCode())
                        .param("reader", ConflictOfInterest.name(who))
                        .query((rs, _) -> new Seen(
                                rs.getString(1),
                                masked(rs.getString(2)) + "\n" + rs.getString(1) + "\n" + masked(rs.getString(3)) + "\n"
                                        + masked(rs.getString(4)),
                                String.valueOf(rs.getString(5))))
                        .list());
        });
        return seen;
    }

    /** What an appeal says is masked for whoever searches, and the masks are gone. */
    private String masked(String words) {
        return MaskRemover.of(vault.scrub(UUID.randomUUID()).of(words));
    }
}
