package org.shouwen.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.identity.Correspondents;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.springframework.stereotype.Component;

/**
 * Which way a person is told: the channel they came by, else by short message where their number takes one. An address that
 * can take nothing, or whose owner wants nothing, is found at once and never counts as told.
 */
@Component
class Route {
    private final Vault vault;
    private final Correspondents correspondents;
    private final OptOuts optOuts;
    private final List<Carrier> carriers;

    Route(Vault vault, Correspondents correspondents, OptOuts optOuts, List<Carrier> carriers) {
        this.vault = vault;
        this.correspondents = correspondents;
        this.optOuts = optOuts;
        this.carriers = List.copyOf(carriers);
    }

    /** @param why as {@code Delivery.Undelivered.why}, when there is no way */
    record Chosen(Optional<Address> to, Carrier.Way way, String why) {}

    Chosen of(UUID appellant) {
        Optional<Phone> phone = vault.numberToTell(appellant);
        List<Address> addresses = java.util.stream.Stream.concat(
                        correspondents.accountToTell(appellant).map(Address::new).stream(),
                        phone.filter(Phone::takesMessages).map(Address::of).stream())
                .toList();
        boolean out = false;
        for (Address a : addresses)
            for (Carrier.Way way : Carrier.Way.values()) {
                if (!way.takes(a) || carrier(way).isEmpty()) continue;
                if (!optOuts.has(a)) return new Chosen(Optional.of(a), way, "");
                out = true;
            }
        String why = out
                ? Delivery.Undelivered.OPTED_OUT
                : phone.isPresent() && !phone.get().takesMessages() ? Delivery.Undelivered.NO_MOBILE : "";
        return new Chosen(Optional.empty(), Carrier.Way.SMS, why);
    }

    /** The carrier of a way, where it is switched on. */
    Optional<Carrier> carrier(Carrier.Way way) {
        return carriers.stream().filter(c -> c.way() == way && c.there()).findFirst();
    }

    boolean anybody() {
        return carriers.stream().anyMatch(Carrier::there);
    }
}
