package org.shouwen.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place that nodes share must do, whether it is a folder or a bucket. */
abstract class SharedObjectsContract {
    private static final Instant AT = Instant.parse("2026-09-30T02:00:00.123Z");

    private SharedObjects objects;

    /** An empty place. */
    abstract SharedObjects create() throws Exception;

    @BeforeEach
    void empty() throws Exception {
        objects = create();
    }

    @Test
    void what_was_put_is_got_with_its_moment() {
        objects.put("seals/one", bytes("1"), AT);
        assertThat(objects.get("seals/one")).isEqualTo(bytes("1"));
        assertThat(objects.writtenAt("seals/one")).contains(AT);
    }

    @Test
    void what_was_put_again_stands_as_the_last_one() {
        objects.put("seals/one", bytes("1"), AT);
        objects.put("seals/one", bytes("2"), AT.plusSeconds(1));
        assertThat(objects.get("seals/one")).isEqualTo(bytes("2"));
        assertThat(objects.writtenAt("seals/one")).contains(AT.plusSeconds(1));
        assertThat(objects.names("seals/")).containsExactly("seals/one");
    }

    @Test
    void an_empty_object_is_one() {
        objects.put("erasures/1-x", new byte[0], AT);
        assertThat(objects.get("erasures/1-x")).isEmpty();
        assertThat(objects.names("erasures/")).containsExactly("erasures/1-x");
    }

    @Test
    void what_is_not_there_is_said_not_to_be_there_and_may_be_removed() {
        assertThatThrownBy(() -> objects.get("none")).isInstanceOf(NoSuchElementException.class);
        assertThat(objects.writtenAt("none")).isEmpty();
        objects.remove("none");
        assertThat(objects.names("seals/")).isEmpty();
    }

    @Test
    void what_was_removed_is_gone_and_its_neighbours_are_not() {
        objects.put("a/1", bytes("1"), AT);
        objects.put("a/2", bytes("2"), AT);
        objects.remove("a/1");
        assertThat(objects.names("a/")).containsExactly("a/2");
    }

    @Test
    void names_come_in_their_order_under_their_prefix_alone_however_many_there_are() {
        List<String> put = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) put.add("lines/%04d-a.b_c".formatted(i)); // more than a page of a listing
        put.parallelStream().forEach(n -> objects.put(n, new byte[0], AT));
        objects.put("linesx/1", new byte[0], AT);
        assertThat(objects.names("lines/")).isEqualTo(put);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
