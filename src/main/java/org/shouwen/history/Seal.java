package org.shouwen.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 over an entry and the seal before it: without the key nobody can write a fitting one. */
final class Seal {
    private final SecretKeySpec key;
    private final ThreadLocal<Mac> mac;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.mac = ThreadLocal.withInitial(this::newMac);
    }

    byte[] of(Entry entry) {
        Mac m = mac.get();
        add(m, entry.after().head());
        m.update(ByteBuffer.allocate(8).putLong(entry.after().seq() + 1).flip());
        add(m, entry.subject().kind());
        m.update(ByteBuffer.allocate(16)
                .putLong(entry.subject().id().getMostSignificantBits())
                .putLong(entry.subject().id().getLeastSignificantBits())
                .flip());
        m.update(ByteBuffer.allocate(8).putLong(micros(entry.at())).flip());
        add(m, entry.by().account() == null ? null : entry.by().account().toString());
        add(m, entry.by().name());
        add(m, entry.by().unit());
        add(m, entry.type());
        add(m, entry.body());
        return m.doFinal();
    }

    /** Seal of a stretch of the journal: what was sealed before, its last entry's id, and a digest of its entries. */
    byte[] of(byte[] before, long through, byte[] digest) {
        Mac m = mac.get();
        add(m, before);
        m.update(ByteBuffer.allocate(8).putLong(through).flip());
        add(m, digest);
        return m.doFinal();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static void add(Mac m, @Nullable String text) {
        add(m, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each part with its length, so that no two entries run together into the same bytes. */
    private static void add(Mac m, byte @Nullable [] part) {
        m.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).flip());
        if (part != null) m.update(part);
    }

    private Mac newMac() {
        try {
            Mac m = Mac.getInstance("HmacSHA256");
            m.init(key);
            return m;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
