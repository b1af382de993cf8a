package org.shouwen.appeal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.search.WordsOfAppeals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What appellants added and units reported, as an order is found by it: nothing that leads to a person is left (Art. 21). */
@Component
@Basis(Clause.A21)
class SearchableAdditions implements WordsOfAppeals {
    private final JdbcClient jdbc;
    private final Vault vault;

    SearchableAdditions(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Map<UUID, String> after(Map<UUID, String> reported) {
        Map<UUID, String> words = new HashMap<>();
        jdbc.sql("""
            select a.id, a.appellant, coalesce(string_agg(d.text, ' ' order by d.id), '') as added
            from intake.appeal a left join intake.addition d on d.appeal = a.id
            where a.id = any(:ids) and a.forgotten_at is null group by a.id, a.appellant
            """).param("ids", reported.keySet().toArray(UUID[]::new)).query(rs -> {
            UUID appeal = rs.getObject("id", UUID.class);
            String all = (rs.getString("added") + " " + reported.getOrDefault(appeal, "")).strip();
            if (!all.isEmpty())
                words.put(
                        appeal,
                        MaskRemover.of(vault.scrub(rs.getObject("appellant", UUID.class))
                                .of(all)));
        });
        return words;
    }
}
