package org.shouwen.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * Something that was asked and not answered from an article.
 *
 * @param words without what leads to a person
 * @param answer what was said without an article, masked too; empty when nothing was
 * @param matterClass code of the directory; null while not known
 * @param unit who answered or would have; null: the platform
 * @param appeal id; null when somebody only looked for it
 * @param gap the group of the same matter; null until the night
 */
public record UnansweredQuestion(
        UUID id,
        Instant at,
        Source source,
        String words,
        String answer,
        @Nullable String matterClass,
        @Nullable UnitId unit,
        @Nullable UUID appeal,
        @Nullable UUID gap) {
    public enum Source {
        /** 坐席: answered at the desk without an article. */
        DESK,
        /** 公众端: looked for on the portal, and asked nevertheless. */
        PORTAL,
        /** 查找: looked for by staff, and nothing fitted. */
        LOOKUP,
        /** 咨询: a unit answered a consultation and cited no article. */
        CONSULTATION
    }
}
