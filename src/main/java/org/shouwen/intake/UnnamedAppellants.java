package org.shouwen.intake;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwen.citizens.Vault;
import org.shouwen.wall.UnitScope;
import org.shouwen.workorder.Unnamed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UnnamedAppellants implements Unnamed {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final UnitScope scope;

    UnnamedAppellants(JdbcClient jdbc, Vault vault, UnitScope scope) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.scope = scope;
    }

    @Override
    public UnaryOperator<String> of(UUID appeal) {
        // a unit to whom the appellant is closed may have guessed right, and must not find out
        return scope.asPlatform(() -> jdbc.sql("""
                        select appellant from intake.appeal where id = :id
                        union
                        select p.appellant from workorder.work_order o
                            join workorder.work_order j on j.joined_to = o.number
                            join intake.appeal p on p.id = j.appeal
                        where o.appeal = :id
                        """).param("id", appeal).query(UUID.class).list().stream()
                .map(vault::unnamed)
                .reduce(UnaryOperator.identity(), (a, b) -> words -> b.apply(a.apply(words))));
    }
}
