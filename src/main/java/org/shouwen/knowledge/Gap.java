package org.shouwen.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * 缺口: questions about one matter that no article answers.
 *
 * @param words the question that stands for the others, masked
 * @param matterClass code of the directory; null while not known
 * @param unit whose task it is; null: the platform's
 * @param questions how many have asked
 * @param flaw id of the task; null while too few have asked
 * @param article that was drafted from it; null while none was
 * @param closedAt when its article was published, or somebody said that none is needed; null while it is open
 */
public record Gap(
        UUID id,
        String words,
        @Nullable String matterClass,
        @Nullable UnitId unit,
        int questions,
        Instant firstAt,
        Instant lastAt,
        @Nullable UUID flaw,
        @Nullable UUID article,
        @Nullable Instant closedAt) {}
