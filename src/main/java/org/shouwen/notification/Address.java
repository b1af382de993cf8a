package org.shouwen.notification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/**
 * Where a person can be written to, as a URI: {@code tel:13800001111}, {@code mailto:name@example.cn},
 * {@code wechat:<openid>}. Leads to the person: kept in the vault alone, and shown to nobody.
 */
public record Address(String uri) {
    private static final String TEL = "tel:";
    private static final String MAIL = "mailto:";
    private static final String WECHAT = "wechat:";

    public static Address of(Phone phone) {
        return new Address(TEL + phone.main());
    }

    /** A mail address; upper and lower case are the same mailbox everywhere in practice. */
    public static Address mail(String address) {
        return new Address(MAIL + address.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * What somebody typed for their mail address, as the account of a channel.
     *
     * @return empty when nothing was typed
     * @throws BadInput naming {@code mail}, when it is no address
     */
    public static String typedMail(@Nullable String typed) {
        String text = Text.optional("mail", typed, 120).strip();
        if (text.isEmpty()) return "";
        if (!text.matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]+"))
            throw new BadInput("mail", "messages.bad.wished-mail");
        return mail(text).uri();
    }

    public static Address wechat(String openid) {
        return new Address(WECHAT + openid.strip());
    }

    /** The address that somebody wrote from: their account on the channel, else their number; empty for neither. */
    public static Optional<Address> of(Identity sender) {
        if (sender.channelAccount().matches("(?:mailto|wechat):.+"))
            return Optional.of(new Address(sender.channelAccount()));
        Phone phone = sender.phone();
        return phone == null ? Optional.empty() : Optional.of(of(phone));
    }

    /** Without the scheme. */
    String bare() {
        return uri.substring(uri.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return "Address[…]";
    }
}
