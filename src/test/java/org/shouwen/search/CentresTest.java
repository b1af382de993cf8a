package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.meaning.PackedVector;

/** Beside the centres nearest to a question lies most of what lies nearest to it, though few of all are looked at. */
class CentresTest {
    private static final int MATTERS = 300;

    private final Random random = new Random(98);

    private byte[] around(double[] middle, double noise) {
        double[] moved = new double[PackedVector.SIZE];
        double square = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] = middle[i] + random.nextGaussian() * noise;
            square += moved[i] * moved[i];
        }
        byte[] vector = new byte[moved.length];
        for (int i = 0; i < moved.length; i++)
            vector[i] = (byte) Math.clamp(Math.round(moved[i] / Math.sqrt(square) * PackedVector.SIZE), -127, 127);
        return vector;
    }

    private List<double[]> middles() {
        List<double[]> middles = new ArrayList<>();
        for (int m = 0; m < MATTERS; m++)
            middles.add(random.doubles(PackedVector.SIZE, -1, 1).toArray());
        return middles;
    }

    @Test
    void most_of_what_is_nearest_is_looked_at_and_little_else() {
        List<double[]> middles = middles();
        List<byte[]> stored = new ArrayList<>();
        for (int i = 0; i < 4000; i++) stored.add(PackedVector.pack(around(middles.get(i % MATTERS), 0.5)));
        Centres centres = Centres.learned(3, stored, Centres.number(stored.size()));
        List<Integer> keys = stored.stream().map(centres::key).toList();
        int there = 0;
        long looked = 0;
        for (int q = 0; q < 50; q++) {
            byte[] question = around(middles.get(q), 0.5);
            int sum = PackedVector.sum(question);
            Set<Integer> beside = new HashSet<>(centres.keys(question, CentreMemory.PROBES));
            assertThat(beside).hasSize(CentreMemory.PROBES).allMatch(k -> k >> 16 == 3);
            List<Integer> nearest = new ArrayList<>();
            for (int i = 0; i < stored.size(); i++) nearest.add(i);
            nearest.sort(Comparator.comparingDouble((Integer i) -> PackedVector.likeness(question, sum, stored.get(i)))
                    .reversed());
            there += (int) nearest.subList(0, 10).stream()
                    .filter(i -> beside.contains(keys.get(i)))
                    .count();
            looked += keys.stream().filter(beside::contains).count();
        }
        assertThat(there).as("of 500").isGreaterThan(475);
        assertThat(looked / 50.0 / stored.size()).as("share of all").isLessThan(0.25);
    }

    @Test
    void a_question_made_ready_is_as_like_as_the_vector_itself() {
        Random random = new Random(7);
        byte[] vector = new byte[PackedVector.SIZE];
        byte[] packed = new byte[PackedVector.BYTES];
        for (int i = 0; i < 200; i++) {
            random.nextBytes(vector);
            random.nextBytes(packed);
            assertThat(new PackedVector.Question(vector).likeness(packed))
                    .isEqualTo(PackedVector.likeness(vector, PackedVector.sum(vector), packed));
        }
    }

    @Test
    void four_bits_keep_the_order_of_what_is_alike() {
        List<double[]> middles = middles();
        double[] middle = middles.getFirst();
        byte[] question = around(middle, 0);
        int sum = PackedVector.sum(question);
        double before = 2;
        for (double noise : new double[] {0.1, 0.4, 0.8, 1.6}) {
            double like = PackedVector.likeness(question, sum, PackedVector.pack(around(middle, noise)));
            assertThat(like).isLessThan(before);
            before = like;
        }
        assertThat(PackedVector.likeness(question, sum, PackedVector.pack(question)))
                .isBetween(0.9f, 1.1f);
        assertThat(PackedVector.pack(PackedVector.unpack(PackedVector.pack(question))))
                .isEqualTo(PackedVector.pack(question));
    }

    @Test
    void there_are_more_centres_for_more_vectors_and_their_numbers_fit_a_key() {
        assertThat(Centres.number(10)).isEqualTo(16);
        assertThat(Centres.number(1_000_000)).isEqualTo(2000);
        assertThat(Centres.number(100_000_000)).isEqualTo(4000);
        assertThat(new Centres(2, List.of()).first()).isEqualTo(2 * 65536);
    }
}
