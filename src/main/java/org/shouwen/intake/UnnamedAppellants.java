package org.shouwen.intake;

import java.util.List;
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

    /** @param shielded something of it is to be kept from units */
    private record Person(UUID appellant, boolean shielded) {}

    @Override
    public UnaryOperator<String> of(UUID appeal) {
        return of(people(appeal));
    }

    @Override
    public UnaryOperator<String> ofUnits(UUID appeal) {
        List<Person> people = people(appeal);
        return people.stream().anyMatch(Person::shielded) ? blindly() : of(people);
    }

    /** Whose order it is, whose go with it, and who reminded of one of them. */
    private List<Person> people(UUID appeal) {
        return scope.asPlatform(() -> jdbc.sql("""
                        with own as (select o.number, o.appeal, o.shield from workorder.work_order o where o.appeal = :id),
                        orders as (select * from own union all
                            select j.number, j.appeal, j.shield from workorder.work_order j join own on j.joined_to = own.number)
                        select p.appellant, o.shield is not null as shielded from orders o join intake.appeal p on p.id = o.appeal
                        union
                        select p.appellant, o.shield is not null from orders o
                            join intake.appeal p on p.order_number = o.number and p.outcome = 'reminder'
                        """)
                .param("id", appeal)
                .query((rs, _) -> new Person(rs.getObject(1, UUID.class), rs.getBoolean(2)))
                .list());
    }

    private UnaryOperator<String> of(List<Person> people) {
        return people.stream()
                .map(Person::appellant)
                .distinct()
                .map(vault::unnamed)
                .reduce(UnaryOperator.identity(), (a, b) -> words -> b.apply(a.apply(words)));
    }

    @Override
    public UnaryOperator<String> blindly() {
        return words -> FreeText.mask(words, Identity.UNNAMED);
    }
}
