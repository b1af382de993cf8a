package org.shouwen.confidentiality;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Component;

/**
 * Takes the appellant's own name and number out of what people at work write about an order (Art. 21): it goes into the
 * history, which forgets nothing, and to units that need not know. Also the names and numbers of those whose orders go
 * with it, and of those who reminded of one of them.
 */
@Component
@Basis(Clause.A21)
class AppellantRedaction {
    private final Parties parties;
    private final Vault vault;
    private final UnitScope scope;

    AppellantRedaction(Parties parties, Vault vault, UnitScope scope) {
        this.parties = parties;
        this.vault = vault;
        this.scope = scope;
    }

    UnaryOperator<String> of(String order) {
        return unnamed(parties.of(List.of(order)));
    }

    /** {@link #of} for words of a unit: blindly where one of the others is to be kept from units. What is kept of the first the order says. */
    UnaryOperator<String> ofUnits(String order) {
        List<Party> people = parties.of(List.of(order));
        return people.stream().anyMatch(p -> p.kept() && !p.number().equals(order)) ? blindly() : unnamed(people);
    }

    private UnaryOperator<String> unnamed(List<Party> people) {
        return scope.asPlatform(() -> vault.unnamed(people.stream()
                .map(Party::appellant)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    }

    /**
     * For the words of somebody who must not know the appellant: all numbers go, whoever's they are, and no name, for
     * whoever writes down guesses would learn from a mask which of them is right.
     */
    UnaryOperator<String> blindly() {
        // names stay: a mask for some of them would tell which guess was right
        return words ->
                PersonalDataDetector.mask(words, Identity.UNNAMED, kind -> kind != PersonalDataDetector.Kind.NAME);
    }
}
