package org.shouwen.search;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.meaning.PackedVector;
import org.shouwen.regulation.Pure;

/** A set of centres of what things mean: what means about the same lies beside the same few. */
@Pure
final class Centres {
    private static final int TURNS = 6;

    private final int set;
    private final List<byte[]> vectors;
    private final int[] sums;

    /** @param vectors a centre each; its place in the list is its number */
    Centres(int set, List<byte[]> vectors) {
        this.set = set;
        this.vectors = List.copyOf(vectors);
        this.sums = vectors.stream().mapToInt(PackedVector::sum).toArray();
    }

    int set() {
        return set;
    }

    List<byte[]> vectors() {
        return vectors;
    }

    /** How many centres serve so many vectors: a question then looks at some thousand of a million. */
    static int number(long vectors) {
        return (int) Math.clamp(Math.round(2 * Math.sqrt((double) vectors)), 16L, 4000L);
    }

    /** The least key of this set; what was stored before there was any set has key 0. */
    int first() {
        return set << 16;
    }

    /** The key of a stored vector. */
    int key(byte[] packed) {
        return first() | nearest(packed);
    }

    /** Keys of the centres nearest to a question, nearest first. */
    List<Integer> keys(byte[] question, int most) {
        byte[] packed = PackedVector.pack(question);
        float[] near = new float[vectors.size()];
        List<Integer> order = new ArrayList<>();
        for (int no = 0; no < near.length; no++) {
            near[no] = PackedVector.likeness(vectors.get(no), sums[no], packed);
            order.add(no);
        }
        order.sort((a, b) -> Float.compare(near[b], near[a]));
        return order.stream().limit(most).map(no -> first() | no).toList();
    }

    /**
     * Learns centres: each becomes the mean of what lies nearest to it, some times over.
     *
     * @param sample stored vectors in no order, more than {@code number}
     */
    static Centres learned(int set, List<byte[]> sample, int number) {
        Centres centres = new Centres(
                set,
                sample.subList(0, number).stream().map(PackedVector::unpack).toList());
        for (int turn = 0; turn < TURNS; turn++) centres = centres.moved(sample, turn);
        return centres;
    }

    private Centres moved(List<byte[]> sample, int turn) {
        int[][] sum = new int[vectors.size()][PackedVector.SIZE];
        int[] members = new int[vectors.size()];
        for (byte[] packed : sample) {
            int no = nearest(packed);
            members[no]++;
            byte[] vector = PackedVector.unpack(packed);
            for (int i = 0; i < vector.length; i++) sum[no][i] += vector[i];
        }
        List<byte[]> moved = new ArrayList<>();
        for (int no = 0; no < members.length; no++)
            moved.add(
                    members[no] > 0
                            ? brought(sum[no])
                            : PackedVector.unpack(sample.get((turn * members.length + no) % sample.size())));
        return new Centres(set, moved);
    }

    private int nearest(byte[] packed) {
        int best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int no = 0; no < sums.length; no++) {
            float like = PackedVector.likeness(vectors.get(no), sums[no], packed);
            if (like > most) {
                most = like;
                best = no;
            }
        }
        return best;
    }

    /** A mean, brought to length one. */
    private static byte[] brought(int[] sum) {
        double square = 0;
        for (int s : sum) square += (double) s * s;
        double length = Math.max(1, Math.sqrt(square));
        byte[] vector = new byte[sum.length];
        for (int i = 0; i < sum.length; i++)
            vector[i] = (byte) Math.clamp(Math.round(sum[i] / length * PackedVector.SIZE), -127, 127);
        return vector;
    }
}
