package org.shouwen.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.identity.Correspondents;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.springframework.stereotype.Component;

/**
 * Which way a person is told: as they wish, else by the channel they came by, else by short message where their number takes one.
 * Who wishes to be called or written to on paper is told by a person, at once. An address that can take nothing, or whose owner
 * wants nothing, is found at once and never counts as told.
 */
@Component
class Route {
    private final Vault vault;
    private final Correspondents correspondents;
    private final OptOuts optOuts;
    private final Wishes wishes;
    private final List<Carrier> carriers;

    Route(Vault vault, Correspondents correspondents, OptOuts optOuts, Wishes wishes, List<Carrier> carriers) {
        this.wishes = wishes;
        this.vault = vault;
        this.correspondents = correspondents;
        this.optOuts = optOuts;
        this.carriers = List.copyOf(carriers);
    }

    /** @param why as {@code Delivery.Undelivered.why}, when there is no way */
    record Chosen(Optional<Address> to, Carrier.Way way, String why) {}

    Chosen of(UUID appellant) {
        Optional<Wish> wish = wishes.of(appellant);
        if (wish.isPresent() && wish.get().way().isEmpty())
            return new Chosen(
                    Optional.empty(),
                    Carrier.Way.SMS,
                    Delivery.Undelivered.WISH + wish.get().name());
        Optional<Phone> phone = vault.numberToTell(appellant);
        List<Address> addresses = new ArrayList<>();
        correspondents.accountToTell(appellant).map(Address::new).ifPresent(addresses::add);
        phone.filter(Phone::takesMessages).map(Address::of).ifPresent(addresses::add);
        wish.flatMap(Wish::way).ifPresent(way -> addresses.sort(Comparator.comparing(a -> !way.takes(a))));
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
