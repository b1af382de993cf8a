package org.shouwen.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place for bytes must do, whether it is a folder or somebody's object storage. */
abstract class BlobStoreContract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final byte[] PHOTO = "bytes of a photo".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SCAN = "bytes of a scan".getBytes(StandardCharsets.UTF_8);

    private Instant now = Instant.parse("2026-09-30T02:00:00Z");
    private BlobStore blobs;

    /** An empty store that asks this clock. */
    abstract BlobStore create(InstantSource clock);

    /** Changes one stored byte behind the store's back. */
    abstract void damage(String sha256) throws Exception;

    @BeforeEach
    void empty() {
        blobs = create(() -> now);
    }

    @Test
    void what_was_put_is_got_under_its_hash() {
        String sha256 = blobs.put(PHOTO);
        assertThat(sha256).isEqualTo(Sha256.of(PHOTO)).matches("[0-9a-f]{64}");
        assertThat(blobs.get(sha256)).isEqualTo(PHOTO);
    }

    @Test
    void ten_megabytes_come_back_byte_for_byte() {
        byte[] large = new byte[10 * 1024 * 1024];
        new Random(1).nextBytes(large);
        assertThat(blobs.get(blobs.put(large))).isEqualTo(large);
    }

    @Test
    void what_was_never_put_is_said_not_to_be_there() {
        assertThatThrownBy(() -> blobs.get(Sha256.of(SCAN))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void bytes_that_were_changed_are_never_given_out() throws Exception {
        String sha256 = blobs.put(PHOTO);
        damage(sha256);
        assertThatThrownBy(() -> blobs.get(sha256)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_given_out_or_handed_in_is_a_copy() {
        byte[] handedIn = PHOTO.clone();
        String sha256 = blobs.put(handedIn);
        handedIn[0]++;
        blobs.get(sha256)[0]++;
        assertThat(blobs.get(sha256)).isEqualTo(PHOTO);
    }

    @Test
    void removing_takes_one_and_leaves_the_others_and_may_be_done_twice() {
        String photo = blobs.put(PHOTO);
        String scan = blobs.put(SCAN);
        blobs.remove(photo);
        blobs.remove(photo);
        assertThatThrownBy(() -> blobs.get(photo)).isInstanceOf(NoSuchElementException.class);
        assertThat(blobs.get(scan)).isEqualTo(SCAN);
    }

    @Test
    void a_sweep_destroys_what_is_old_and_not_referred_to() {
        String photo = blobs.put(PHOTO);
        String scan = blobs.put(SCAN);
        now = now.plus(DAY).plusSeconds(1);
        blobs.sweep(DAY, scan::equals);
        assertThatThrownBy(() -> blobs.get(photo)).isInstanceOf(NoSuchElementException.class);
        assertThat(blobs.get(scan)).isEqualTo(SCAN);
    }

    @Test
    void a_sweep_leaves_what_is_younger() {
        String photo = blobs.put(PHOTO);
        now = now.plus(DAY).minusSeconds(1);
        blobs.sweep(DAY, _ -> false);
        assertThat(blobs.get(photo)).isEqualTo(PHOTO);
    }

    @Test
    void what_is_put_again_is_young_again() {
        String photo = blobs.put(PHOTO);
        now = now.plus(DAY).plusSeconds(1);
        blobs.put(PHOTO);
        blobs.sweep(DAY, _ -> false);
        assertThat(blobs.get(photo)).isEqualTo(PHOTO);
    }

    @Test
    void what_is_put_while_a_sweep_runs_stays() {
        String photo = blobs.put(PHOTO);
        now = now.plus(DAY).plusSeconds(1);
        blobs.sweep(DAY, _ -> {
            blobs.put(PHOTO); // by somebody else, after the sweep has found it old
            return false;
        });
        assertThat(blobs.get(photo)).isEqualTo(PHOTO);
    }

    @Test
    void a_blob_that_was_swept_can_be_put_anew() {
        String photo = blobs.put(PHOTO);
        now = now.plus(DAY).plusSeconds(1);
        blobs.sweep(DAY, _ -> false);
        assertThat(blobs.put(PHOTO)).isEqualTo(photo);
        assertThat(blobs.get(photo)).isEqualTo(PHOTO);
    }

    @Test
    void many_who_put_the_same_at_once_all_find_it_whole() throws Exception {
        byte[] large = new byte[1024 * 1024];
        new Random(2).nextBytes(large);
        String sha256 = Sha256.of(large);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 16)
                    .mapToObj(_ -> many.submit(() -> blobs.get(blobs.put(large))))
                    .toList();
            for (var each : all) assertThat(each.get()).isEqualTo(large);
        }
        now = now.plus(DAY).plusSeconds(1);
        blobs.sweep(DAY, sha256::equals);
        assertThat(blobs.get(sha256)).isEqualTo(large);
    }
}
