package org.shouwen.channels.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.stereotype.Component;

/**
 * Addresses to which answers about an appeal come: {@code hotline+20260930-000042.5f3a9c1b2d@city.gov.cn}. The last part is a
 * keyed digest, so that whoever writes to it was told it.
 */
@Component
class ReplyAddress {
    private static final int LENGTH = 10;
    private static final Pattern TOKEN =
            Pattern.compile("\\+(" + WorkOrderNumber.FORM + ")\\.([0-9a-f]{" + LENGTH + "})@");

    private final Hmac hmac;

    ReplyAddress(Keys keys) {
        this.hmac = new Hmac(keys.key("throttle"));
    }

    /** @param own the office's address */
    String of(String own, String number) {
        int at = own.lastIndexOf('@');
        return own.substring(0, at) + "+" + number + "." + token(number) + own.substring(at);
    }

    /** The appeal that a line of addresses proves; empty for none. */
    Optional<String> number(String addresses) {
        Matcher m = TOKEN.matcher(addresses.toLowerCase(Locale.ROOT));
        while (m.find())
            if (MessageDigest.isEqual(
                    token(m.group(1)).getBytes(StandardCharsets.US_ASCII),
                    m.group(2).getBytes(StandardCharsets.US_ASCII))) return Optional.of(m.group(1));
        return Optional.empty();
    }

    private String token(String number) {
        return HexFormat.of().formatHex(hmac.ofParts("mail-reply", number)).substring(0, LENGTH);
    }
}
