package org.shouwen.retention;

import java.time.Instant;
import java.util.UUID;
import org.shouwen.identity.Redactor;

/**
 * A matter whose person is forgotten now.
 *
 * @param appeal id of the appeal
 * @param number of the appeal, and of its order
 * @param appellant id in the vault, where nothing identifies any more
 * @param scrub takes out of words what leads to the appellant, masks as well
 */
public record EndedMatter(UUID appeal, String number, UUID appellant, Redactor scrub, Instant at) {}
