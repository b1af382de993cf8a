package org.shouwen.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Signed as Standard Webhooks signs; the first case is the specification's own example. */
class WebhookSignatureTest {
    private static final byte[] SECRET = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long AT = 1614265330;
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(AT);

    @Test
    void the_example_of_the_specification_is_signed_as_it_says() {
        assertThat(WebhookSignature.of(SECRET, ID, AT, BODY)).isEqualTo(SIGNED);
        assertThat(WebhookSignature.fits(SECRET, ID, "" + AT, BODY, "v1,AAAA " + SIGNED, NOW))
                .isTrue();
    }

    @Test
    void a_wrong_body_id_time_secret_or_scheme_does_not_fit() {
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        assertThat(WebhookSignature.fits(SECRET, ID, "" + AT, other, SIGNED, NOW))
                .isFalse();
        assertThat(WebhookSignature.fits(SECRET, ID + "x", "" + AT, BODY, SIGNED, NOW))
                .isFalse();
        assertThat(WebhookSignature.fits(SECRET, ID, "" + (AT + 1), BODY, SIGNED, NOW))
                .isFalse();
        assertThat(WebhookSignature.fits(new byte[32], ID, "" + AT, BODY, SIGNED, NOW))
                .isFalse();
        assertThat(WebhookSignature.fits(SECRET, ID, "" + AT, BODY, SIGNED.replace("v1,", "v1a,"), NOW))
                .isFalse();
        assertThat(WebhookSignature.fits(SECRET, ID, "yesterday", BODY, SIGNED, NOW))
                .isFalse();
        assertThat(WebhookSignature.fits(SECRET, "", "" + AT, BODY, SIGNED, NOW))
                .isFalse();
    }

    @Test
    void what_was_kept_for_hours_and_a_clock_that_is_hours_ahead_are_refused() {
        for (Duration away : new Duration[] {Duration.ofHours(3), Duration.ofHours(-3), Duration.ofMinutes(6)})
            assertThat(WebhookSignature.fits(SECRET, ID, "" + AT, BODY, SIGNED, NOW.plus(away)))
                    .as("%s", away)
                    .isFalse();
        assertThat(WebhookSignature.fits(SECRET, ID, "" + AT, BODY, SIGNED, NOW.plusSeconds(240)))
                .isTrue();
    }

    @Test
    void a_right_signature_under_a_clock_that_is_away_is_told_from_a_wrong_one() {
        assertThat(WebhookSignature.check(SECRET, ID, "" + AT, BODY, SIGNED, NOW.plus(Duration.ofHours(3))))
                .isEqualTo(WebhookSignature.Check.CLOCK_AWAY);
        assertThat(WebhookSignature.check(new byte[32], ID, "" + AT, BODY, SIGNED, NOW.plus(Duration.ofHours(3))))
                .isEqualTo(WebhookSignature.Check.WRONG);
    }
}
