package org.shouwen.callback;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/** 抽查 (Art. 14): which closed orders are called back. Pure: the same seed draws the same orders, for ever. */
@Basis(Clause.A14)
public final class Sampling {
    /** How many in a hundred of a unit's, a kind's or a class's orders; null stands for any. */
    public record Rate(
            @Nullable String unit,
            @Nullable String kind,
            @Nullable String limitClass,
            int percent) {
        boolean fits(String unit, String kind, String limitClass) {
            return (this.unit == null || this.unit.equals(unit))
                    && (this.kind == null || this.kind.equals(kind))
                    && (this.limitClass == null || this.limitClass.equals(limitClass));
        }

        /** How closely it is drawn: a unit's own rate goes before a kind's, a kind's before a class's. */
        int closeness() {
            return (unit == null ? 0 : 4) + (kind == null ? 0 : 2) + (limitClass == null ? 0 : 1);
        }
    }

    private Sampling() {}

    static int percent(List<Rate> rates, int otherwise, String unit, String kind, String limitClass) {
        return rates.stream()
                .filter(r -> r.fits(unit, kind, limitClass))
                .max(Comparator.comparingInt(Rate::closeness))
                .map(Rate::percent)
                .orElse(otherwise);
    }

    static boolean drawn(long seed, UUID order, int percent) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(24)
                            .putLong(seed)
                            .putLong(order.getMostSignificantBits())
                            .putLong(order.getLeastSignificantBits())
                            .array());
            return Math.floorMod(ByteBuffer.wrap(digest).getLong(), 100L) < percent;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
