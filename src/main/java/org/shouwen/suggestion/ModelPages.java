package org.shouwen.suggestion;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the models that were made, newest first. */
final class ModelPages {
    private ModelPages() {}

    static Page<ModelEntry> page(JdbcClient jdbc, @Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select " + ModelStore.COLUMNS + ", 0 as rank, " + Keyset.latest("made_at")
                        + " as turn from suggestion.model",
                Map.of(),
                after,
                limit,
                ModelStore::map);
    }
}
