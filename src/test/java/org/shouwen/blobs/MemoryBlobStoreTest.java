package org.shouwen.blobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;

/** The contract asks for nothing that only a folder can do. */
class MemoryBlobStoreTest extends BlobStoreContract {
    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(byte[] bytes, Instant put) {}

    @Override
    BlobStore create(InstantSource clock) {
        return new Memory(clock);
    }

    @Override
    void damage(String sha256) {
        Objects.requireNonNull(kept.get(sha256)).bytes()[0]++;
    }

    private final class Memory implements BlobStore {
        private final InstantSource clock;

        Memory(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public String put(byte[] bytes) {
            String sha256 = Sha256.of(bytes);
            synchronized (kept) {
                kept.put(sha256, new Kept(bytes.clone(), clock.instant()));
            }
            return sha256;
        }

        @Override
        public byte[] get(String sha256) {
            synchronized (kept) {
                Kept there = kept.get(sha256);
                if (there == null) throw new NoSuchElementException(sha256);
                if (!Sha256.of(there.bytes()).equals(sha256)) throw new IllegalStateException(sha256);
                return there.bytes().clone();
            }
        }

        @Override
        public void remove(String sha256) {
            synchronized (kept) {
                kept.remove(sha256);
            }
        }

        @Override
        public void sweep(Duration age, Predicate<String> referred) {
            Instant before = clock.instant().minus(age);
            List<String> all;
            synchronized (kept) {
                all = List.copyOf(kept.keySet());
            }
            for (String sha256 : all) {
                if (referred.test(sha256)) continue;
                synchronized (kept) {
                    kept.computeIfPresent(sha256, (_, k) -> k.put().isBefore(before) ? null : k);
                }
            }
        }
    }
}
