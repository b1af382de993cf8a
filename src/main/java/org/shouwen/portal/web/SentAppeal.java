package org.shouwen.portal.web;

import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Address;
import org.shouwen.notification.Wish;

/** What a program sends in the name of a citizen as an appeal; the form has {@link AskedAppeal}. */
final class SentAppeal {
    private SentAppeal() {}

    /**
     * @param address of the network, from which it was sent
     * @throws org.shouwen.problems.BadInput naming what of the person can not be read, or a wish that there is not
     */
    static NewAppeal of(PortalApi.AppealBody b, PortalApi.AppellantBody who, String address) {
        return new NewAppeal(
                "web",
                null,
                b.kind(),
                null,
                b.place(),
                b.location(),
                b.happenedAt(),
                b.title(),
                b.content(),
                b.wants(),
                Boolean.TRUE.equals(b.enterprise()),
                Boolean.TRUE.equals(b.secret()),
                Identity.of(who.name(), who.phone(), who.address(), address, Address.typedMail(who.mail())),
                null,
                null,
                b.accused(),
                Wish.read(b.wish()).orElse(null));
    }
}
