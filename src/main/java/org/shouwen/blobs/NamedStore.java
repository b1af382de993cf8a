package org.shouwen.blobs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The place that nodes share, for commands that run beside the product, by the same names as it has in the environment. */
public final class NamedStore {
    /** Commands copy files of any size, and nobody waits at a screen. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private NamedStore() {}

    /**
     * @param environment the value of a variable; empty where there is none
     * @return empty where {@code SHOUWEN_STORE} names none
     * @throws IllegalStateException when it names a bucket without keys
     */
    public static Optional<SharedObjects> of(UnaryOperator<String> environment) {
        String store = environment.apply("SHOUWEN_STORE").strip();
        if (store.isEmpty()) return Optional.empty();
        String region = environment.apply("SHOUWEN_STORE_REGION");
        return Optional.of(BlobPlaces.shared(
                store,
                region.isBlank() ? "us-east-1" : region,
                environment.apply("SHOUWEN_STORE_KEY"),
                environment.apply("SHOUWEN_STORE_SECRET"),
                environment.apply("SHOUWEN_STORE_SECRET_FILE"),
                DEADLINE));
    }
}
