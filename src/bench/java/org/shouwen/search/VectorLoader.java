package org.shouwen.search;

import java.io.InputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.postgresql.PGConnection;
import org.shouwen.meaning.PackedVector;

/**
 * Fills the vectors of a city's things for a benchmark: real vectors, each repeated with noise of its own, beside centres as
 * the product learns them. Says how much of what lies nearest a question finds beside the centres it looks at.
 */
public final class VectorLoader {
    private static final int CHUNK = 20_000;
    private static final int NEAREST = 10;

    private final Random random = new Random(98);
    private final List<byte[]> real;
    private final double noise;

    /** @param noise length of what is added to a vector of length one, so that a repeat is no copy */
    public VectorLoader(List<byte[]> real, double noise) {
        this.real = List.copyOf(real);
        this.noise = noise;
    }

    private byte[] next() {
        byte[] of = real.get(random.nextInt(real.size()));
        double[] moved = new double[of.length];
        double square = 0;
        for (int i = 0; i < of.length; i++) {
            moved[i] = of[i] + random.nextGaussian() * noise * PackedVector.SIZE / Math.sqrt(of.length);
            square += moved[i] * moved[i];
        }
        byte[] vector = new byte[of.length];
        for (int i = 0; i < of.length; i++)
            vector[i] = (byte) Math.clamp(Math.round(moved[i] / Math.sqrt(square) * PackedVector.SIZE), -127, 127);
        return PackedVector.pack(vector);
    }

    /** @return how many centres there are */
    public int load(Connection c, String copy, long things) throws Exception {
        int number = Centres.number(things);
        List<byte[]> sample = new ArrayList<>();
        for (int i = 0; i < 24 * number; i++) sample.add(next());
        Centres centres = Centres.learned(1, sample, number);
        try (Statement s = c.createStatement()) {
            s.execute("truncate search.meaning, search.meaning_due, search.centre");
            StringBuilder rows = new StringBuilder();
            for (int no = 0; no < number; no++)
                rows.append("1\t").append(no).append("\t\\\\x").append(HexFormat.of().formatHex(centres.vectors().get(no))).append('\n');
            copy(c, "copy search.centre (set, no, vector) from stdin", rows);
            // else the product would learn centres of its own of the first of them, and put all vectors to those meanwhile
            s.execute("update search.meaning_state set sets = sets + 1, learned = " + things + ", walked = true");
            s.execute("create unlogged table bench_vector (n bigint, key int, vector bytea)");
            for (long from = 0; from < things; from += CHUNK) {
                List<byte[]> some = new ArrayList<>();
                for (long i = from; i < Math.min(things, from + CHUNK); i++) some.add(next());
                int[] keys = some.parallelStream().mapToInt(centres::key).toArray();
                rows = new StringBuilder();
                for (int i = 0; i < keys.length; i++)
                    rows.append(from + i).append('\t').append(keys[i]).append("\t\\\\x").append(HexFormat.of().formatHex(some.get(i))).append('\n');
                s.execute("truncate bench_vector");
                copy(c, "copy bench_vector from stdin", rows);
                s.execute("""
                        insert into search.meaning (thing, appeal, kind, at, units, key, digest, vector)
                        select t.id, t.appeal, t.kind, t.at, t.units, v.key, v.n, v.vector from bench_vector v
                        join search.thing_%s t on t.number = 'S' || v.n
                        on conflict (thing) do nothing
                        """.formatted(copy));
            }
            s.execute("drop table bench_vector");
            s.execute("vacuum analyze search.meaning");
            s.execute("checkpoint"); // what was loaded is not written out beside what is measured
        }
        return number;
    }

    private static void copy(Connection c, String into, StringBuilder rows) throws Exception {
        c.unwrap(PGConnection.class).getCopyAPI().copyIn(into, new StringReader(rows.toString()));
    }

    private record Near(float likeness, int key) {}

    /** Of the ten vectors that lie nearest to each question, the share that a search looks at. */
    public static double looked(Connection c, List<byte[]> questions) throws Exception {
        List<PriorityQueue<Near>> best = new ArrayList<>();
        for (byte[] _ : questions) best.add(new PriorityQueue<>(Comparator.comparingDouble(Near::likeness)));
        List<PackedVector.Question> asks =
                questions.stream().map(PackedVector.Question::new).toList();
        List<byte[]> centres = new ArrayList<>();
        int set = 1;
        Map<Integer, Integer> held = new HashMap<>();
        c.setAutoCommit(false);
        try (Statement s = c.createStatement()) {
            try (ResultSet rs = s.executeQuery("select key, count(*) from search.meaning group by 1")) {
                while (rs.next()) held.put(rs.getInt(1), rs.getInt(2));
            }
            try (ResultSet rs = s.executeQuery(
                    "select set, vector from search.centre where set = (select max(set) from search.centre) order by no")) {
                while (rs.next()) {
                    set = rs.getInt(1);
                    centres.add(rs.getBytes(2));
                }
            }
            s.setFetchSize(2000);
            try (ResultSet rs = s.executeQuery("select key, vector from search.meaning")) {
                while (rs.next()) {
                    byte[] vector = bytes(rs);
                    for (int q = 0; q < asks.size(); q++) {
                        best.get(q).add(new Near(asks.get(q).likeness(vector), rs.getInt(1)));
                        if (best.get(q).size() > NEAREST) best.get(q).poll();
                    }
                }
            }
        } finally {
            c.setAutoCommit(true);
        }
        Centres all = new Centres(set, centres);
        long there = 0;
        for (int q = 0; q < asks.size(); q++) {
            List<Integer> keys = new ArrayList<>();
            int looked = 0;
            for (int key : all.keys(questions.get(q), CentreMemory.PROBES)) {
                if (looked >= NearestStore.LOOKED) break;
                keys.add(key);
                looked += Math.min(held.getOrDefault(key, 0), NearestStore.BESIDE_ONE);
            }
            there += best.get(q).stream().filter(n -> keys.contains(n.key())).count();
        }
        return there / (double) (NEAREST * asks.size());
    }

    private static byte[] bytes(ResultSet rs) throws Exception {
        try (InputStream in = rs.getBinaryStream(2)) {
            return in.readAllBytes();
        }
    }
}
