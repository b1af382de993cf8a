package org.shouwen.workorder;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/** Keyed digest of a matter's words: the history holds it instead of the words, and a changed word still shows. */
@Component
class MatterDigest {
    private final SecretKeySpec key;

    MatterDigest(Keys keys) {
        this.key = new SecretKeySpec(keys.key("history"), "HmacSHA256");
    }

    String of(Matter m) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            Stream.of(
                            m.title(),
                            m.content(),
                            m.kind(),
                            m.matterClass(),
                            m.place(),
                            m.location(),
                            m.happenedAt(),
                            m.urgentKind())
                    .forEach(part -> {
                        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                        mac.update(bytes);
                    });
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
