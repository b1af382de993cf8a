package org.shouwen.channels.open311;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.coordinates.Position;
import org.shouwen.regulation.Pure;

/**
 * The public copy of a matter: class, place as far as the service publishes it, state and times. No word of whoever brought
 * it is in here (Art. 21).
 *
 * @param token null where the id was told at once
 * @param appeal null once the appellant is forgotten
 * @param postedBy key with which it was posted; null: it came in over another channel
 * @param listed whether anybody may read it now
 * @param outcome code of what became of it; empty while it waits
 * @param agency name of the unit in charge; empty where that is not published
 * @param place code of the directory's places
 * @param position as it was posted; what is shown of it is the service's to say
 */
@Pure
record PublicRequest(
        String id,
        @Nullable String token,
        @Nullable UUID appeal,
        String service,
        @Nullable UUID postedBy,
        boolean listed,
        boolean open,
        String outcome,
        String agency,
        @Nullable String place,
        @Nullable Position position,
        Instant requestedAt,
        Instant updatedAt,
        @Nullable Instant expectedAt) {}
