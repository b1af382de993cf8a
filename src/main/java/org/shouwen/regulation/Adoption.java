package org.shouwen.regulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 版本生效: that an edition of the city's own shall hold, asked for by one person and decided by another.
 *
 * @param edition id of the edition
 * @param sha256 of its text: what is adopted is this text and no other
 * @param askedBy account; null when the machine did it at the first start
 * @param adopted null while it waits
 */
public record Adoption(
        UUID id,
        String edition,
        String sha256,
        @Nullable UUID askedBy,
        String asker,
        Instant askedAt,
        @Nullable UUID decidedBy,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        @Nullable Boolean adopted) {
    boolean waits() {
        return adopted == null;
    }

    Adoption decided(boolean adopt, @Nullable UUID by, String name, Instant at) {
        return new Adoption(id, edition, sha256, askedBy, asker, askedAt, by, name, at, adopt);
    }
}
