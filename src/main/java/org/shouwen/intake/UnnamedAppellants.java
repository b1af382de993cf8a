package org.shouwen.intake;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwen.citizens.FreeText;
import org.shouwen.citizens.Identity;
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

    @Override
    public boolean kept(UUID appeal) {
        return scope.asPlatform(
                () -> jdbc.sql("""
                        select exists (select from workorder.work_order o
                            left join workorder.work_order j on j.joined_to = o.number
                            where o.appeal = :id and (o.shield is not null or j.shield is not null))
                        """).param("id", appeal).query(Boolean.class).single());
    }

    @Override
    public UnaryOperator<String> blindly() {
        return words -> FreeText.mask(words, Identity.UNNAMED);
    }
}
