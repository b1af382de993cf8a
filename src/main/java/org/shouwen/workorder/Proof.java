package org.shouwen.workorder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order's row was when it was proven: half of a SHA-256 over all that it holds, to the microsecond. */
record Proof(long high, long low) {
    /** @param kept the row's columns as they stand */
    static Proof of(OrderRow row, List<@Nullable Object> kept) {
        List<@Nullable Object> all = new ArrayList<>(kept);
        all.add(row.number());
        all.add(row.appeal());
        all.add(row.registeredAt());
        all.add(row.chain().seq());
        MessageDigest sha256 = sha256();
        for (Object value : all) add(sha256, value);
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        return new Proof(digest.getLong(), digest.getLong());
    }

    /** Each with its length, so that no two run together into the same bytes. */
    private static void add(MessageDigest sha256, @Nullable Object value) {
        byte[] bytes = switch (value) {
            case null -> new byte[0];
            case Timestamp t ->
                ByteBuffer.allocate(12)
                        .putLong(t.getTime())
                        .putInt(t.getNanos())
                        .array();
            default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
        sha256.update(
                ByteBuffer.allocate(4).putInt(value == null ? -1 : bytes.length).flip());
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
