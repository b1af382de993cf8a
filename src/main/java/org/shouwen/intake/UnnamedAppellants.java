package org.shouwen.intake;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwen.citizens.Vault;
import org.shouwen.workorder.Unnamed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UnnamedAppellants implements Unnamed {
    private final JdbcClient jdbc;
    private final Vault vault;

    UnnamedAppellants(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public UnaryOperator<String> of(UUID appeal) {
        return jdbc.sql("select appellant from intake.appeal where id = :id")
                .param("id", appeal)
                .query(UUID.class)
                .optional()
                .map(vault::unnamed)
                .orElse(UnaryOperator.identity());
    }
}
