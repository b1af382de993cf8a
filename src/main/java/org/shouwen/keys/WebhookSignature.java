package org.shouwen.keys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks: HMAC-SHA-256 over {@code id.timestamp.body}, as {@code v1,BASE64}. */
public final class WebhookSignature {
    private static final String SCHEME = "v1,";

    /** How far the other side's clock may be away; what is older was kept by somebody and is a replay. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private WebhookSignature() {}

    public static String of(byte[] secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return SCHEME + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed POST. {@code id} is the same when it is sent again, so that the receiver takes it once. */
    public static HttpRequest post(String address, String type, byte[] secret, String id, byte[] body, Instant now) {
        long timestamp = now.getEpochSecond();
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", of(secret, id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** What is wrong with a signed request, if anything. */
    public enum Check {
        FITS,
        /** Signed with the secret, at a time that is further away than {@link #SKEW}: a replay, or a clock that is wrong. */
        CLOCK_AWAY,
        WRONG
    }

    /** @param signatures several, parted by blanks, while a secret is being changed */
    public static boolean fits(
            byte[] secret, String id, String timestamp, byte[] body, String signatures, Instant now) {
        return check(secret, id, timestamp, body, signatures, now) == Check.FITS;
    }

    /** As {@link #fits}, and tells whoever has the secret that it is their clock. */
    public static Check check(byte[] secret, String id, String timestamp, byte[] body, String signatures, Instant now) {
        if (id.isEmpty() || id.length() > 200 || !timestamp.matches("\\d{1,12}")) return Check.WRONG;
        long seconds = Long.parseLong(timestamp);
        byte[] wanted = of(secret, id, seconds, body).getBytes(StandardCharsets.US_ASCII);
        boolean fits = false;
        for (String each : signatures.split(" ", 20))
            fits |= MessageDigest.isEqual(wanted, each.getBytes(StandardCharsets.US_ASCII));
        if (!fits) return Check.WRONG;
        return Math.abs(now.getEpochSecond() - seconds) > SKEW.toSeconds() ? Check.CLOCK_AWAY : Check.FITS;
    }
}
