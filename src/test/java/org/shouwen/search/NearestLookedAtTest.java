package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.meaning.PackedVector;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A search by meaning looks at so many vectors and no more, those beside the nearest centre first. */
@ShouwenTest
@Import(IndexRun.class)
class NearestLookedAtTest extends IndexedCity {
    private static final int FIRST = 65_537;
    private static final int LONELY = 65_600;

    @Autowired
    NearestStore nearest;

    @AfterEach
    void none_is_left() {
        jdbc.sql("delete from search.meaning where key between :first and :last")
                .param("first", FIRST)
                .param("last", LONELY)
                .update();
    }

    @Test
    void what_lies_beside_the_nearest_centre_is_looked_at_first_and_then_the_rest_as_far_as_it_goes() {
        byte[] question = new byte[PackedVector.SIZE];
        new Random(3).nextBytes(question);
        int crowded = NearestStore.LOOKED / NearestStore.BESIDE_ONE;
        for (int i = 0; i < crowded; i++) put(FIRST + i, 1, NearestStore.BESIDE_ONE + 10, new byte[PackedVector.BYTES]);
        put(LONELY, 0, 1, PackedVector.pack(question));
        assertThat(found(question, FIRST, FIRST + 1, FIRST + 2, FIRST + 3, LONELY))
                .as("enough beside the nearer ones")
                .doesNotContain(0L);
        assertThat(found(question, FIRST, FIRST + 1, FIRST + 2, LONELY, FIRST + 3))
                .as("one crowded centre leaves room for the next")
                .startsWith(0L);
    }

    /** Digests tell them apart: the lonely one's is 0. */
    private void put(int key, int first, int many, byte[] vector) {
        jdbc.sql("""
                        insert into search.meaning (thing, appeal, kind, at, units, key, digest, vector)
                        select gen_random_uuid(), null, 'ORDER', now(), '{}', :key, n, :vector from generate_series(:first, :last) n
                        """)
                .param("key", key)
                .param("vector", vector)
                .param("first", first)
                .param("last", first + many - 1)
                .update();
    }

    private List<Long> found(byte[] question, Integer... keys) {
        Asked asked = searches.asked(People.DISPATCHER, SearchQuery.of("任意"));
        return nearest.near(asked, List.of("ORDER"), question, List.of(keys), -1000).stream()
                .map(NearestStore.Near::digest)
                .toList();
    }
}
