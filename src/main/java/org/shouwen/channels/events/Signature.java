package org.shouwen.channels.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks: HMAC-SHA-256 over {@code id.timestamp.body}, as {@code v1,BASE64}. */
final class Signature {
    private static final String SCHEME = "v1,";

    /** How far the other side's clock may be away; what is older was kept by somebody and is a replay. */
    static final Duration SKEW = Duration.ofMinutes(5);

    private Signature() {}

    static String of(byte[] secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return SCHEME + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param signatures several, parted by blanks, while a secret is being changed */
    static boolean fits(byte[] secret, String id, String timestamp, byte[] body, String signatures, Instant now) {
        if (id.isEmpty() || id.length() > 200 || !timestamp.matches("\\d{1,12}")) return false;
        long seconds = Long.parseLong(timestamp);
        if (Math.abs(now.getEpochSecond() - seconds) > SKEW.toSeconds()) return false;
        byte[] wanted = of(secret, id, seconds, body).getBytes(StandardCharsets.US_ASCII);
        boolean fits = false;
        for (String each : signatures.split(" ", 20))
            fits |= MessageDigest.isEqual(wanted, each.getBytes(StandardCharsets.US_ASCII));
        return fits;
    }
}
