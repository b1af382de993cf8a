package org.shouwen.notification;

import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/** Keyed digests of addresses: equal addresses meet under one, and nobody without the key finds an address from it. */
@Component
public class AddressKeys {
    private final Hmac hmac;

    AddressKeys(Keys keys) {
        this.hmac = new Hmac(keys.key("throttle"));
    }

    /** 32 bytes. */
    public byte[] of(Address address) {
        return hmac.ofParts("address", address.uri());
    }
}
