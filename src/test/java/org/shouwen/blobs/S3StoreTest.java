package org.shouwen.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket on a server that others wrote keeps the contracts of the folder; several cities share a bucket by prefixes. */
class S3StoreTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static ObjectStore store;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        store = ObjectStore.start(folder);
    }

    @AfterAll
    static void stop() {
        if (store != null) store.close();
    }

    /** Of a city that has nothing yet. */
    private static SharedObjects fresh() {
        return store.objects("city" + NEXT.incrementAndGet());
    }

    @Nested
    class Blobs extends BlobStoreContract {
        private SharedObjects objects = fresh();

        @Override
        BlobStore create(InstantSource clock) {
            objects = fresh();
            return new SharedBlobStore(objects, clock);
        }

        @Override
        void damage(String sha256) {
            String name = objects.names("papers/").stream()
                    .filter(n -> n.endsWith(sha256))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = objects.get(name);
            bytes[0]++;
            objects.put(name, bytes, Instant.EPOCH);
        }
    }

    @Nested
    class Objects extends SharedObjectsContract {
        @Override
        SharedObjects create() {
            return fresh();
        }
    }

    @Test
    void cities_in_one_bucket_do_not_see_each_other() {
        SharedObjects one = fresh();
        SharedObjects other = fresh();
        one.put("papers/x", "1".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        assertThat(one.names("papers/")).containsExactly("papers/x");
        assertThat(other.names("papers/")).isEmpty();
    }

    @Test
    void a_bucket_that_is_not_there_is_a_store_that_does_not_answer() {
        StoreAddress wrong = StoreAddress.of(
                store.address().replace(ObjectStore.BUCKET, "no-such-bucket"), "us-east-1", "key", "secret", "");
        SharedObjects objects = new S3Objects(wrong, java.time.Duration.ofSeconds(20));
        assertThatThrownBy(() -> objects.put("x", new byte[1], Instant.EPOCH))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("404");
        assertThatThrownBy(() -> objects.get("x")).isInstanceOf(StoreUnavailable.class);
    }
}
