package org.shouwen.portal.web;

import java.util.Map;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Address;
import org.shouwen.notification.Wish;

/** The form for the public as an appeal. */
final class AskedAppeal {
    private AskedAppeal() {}

    /**
     * @param address of the network, from which it was sent
     * @throws org.shouwen.problems.BadInput naming what of the person can not be read
     */
    static NewAppeal of(String kind, Map<String, String> typed, String address) {
        return new NewAppeal(
                "web",
                null,
                kind,
                null,
                typed.get("place"),
                typed.get("location"),
                typed.get("happenedAt"),
                null,
                typed.get("content"),
                typed.get("wants"),
                typed.containsKey("enterprise"),
                typed.containsKey("secret"),
                Identity.of(
                        typed.get("name"),
                        typed.get("phone"),
                        typed.get("address"),
                        address,
                        Address.typedMail(typed.get("mail"))),
                null,
                null,
                typed.get("accused"),
                Wish.read(typed.get("wish")).orElse(null));
    }
}
