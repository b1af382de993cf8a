package org.shouwen.intake;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.identity.Vault;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.AppellantRedaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class VaultRedaction implements AppellantRedaction {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final UnitScope scope;

    VaultRedaction(JdbcClient jdbc, Vault vault, UnitScope scope) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.scope = scope;
    }

    /** @param kept there is something of them to be kept from units */
    private record Person(UUID appellant, boolean kept) {}

    @Override
    public UnaryOperator<String> of(UUID appeal, String order) {
        return scope.asPlatform(() -> unnamed(people(appeal, order)));
    }

    @Override
    public UnaryOperator<String> ofUnits(UUID appeal, String order) {
        return scope.asPlatform(() -> {
            List<Person> people = people(appeal, order);
            return people.stream().anyMatch(Person::kept) ? blindly() : unnamed(people);
        });
    }

    private UnaryOperator<String> unnamed(List<Person> people) {
        return vault.unnamed(people.stream().map(Person::appellant).distinct().toList());
    }

    /** Whose order it is, whose go with it, and who reminded of one of them. What is kept of the first the order says. */
    private List<Person> people(UUID appeal, String order) {
        return jdbc.sql("""
                        select appellant, false from intake.appeal where id = :appeal
                        union all
                        select p.appellant, j.shield is not null from workorder.work_order j
                            join intake.appeal p on p.id = j.appeal where j.joined_to = :order
                        union all
                        select appellant, secret or accused <> '' from intake.appeal
                        where outcome = 'reminder' and order_number = :order
                        union all
                        select p.appellant, p.secret or p.accused <> '' from workorder.work_order j
                            join intake.appeal p on p.order_number = j.number and p.outcome = 'reminder'
                        where j.joined_to = :order
                        """)
                .param("appeal", appeal)
                .param("order", order)
                .query((rs, _) -> new Person(rs.getObject(1, UUID.class), rs.getBoolean(2)))
                .list();
    }

    @Override
    public UnaryOperator<String> blindly() {
        // names stay: a mask for some of them would tell which guess was right
        return words ->
                PersonalDataDetector.mask(words, Identity.UNNAMED, kind -> kind != PersonalDataDetector.Kind.NAME);
    }
}
