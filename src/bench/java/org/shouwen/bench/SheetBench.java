package org.shouwen.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.shouwen.tables.SheetWriter;

/** {@code ./shouwen bench sheet [--rows 100000]}: a table of ten typed columns, written while its rows come. */
public final class SheetBench {
    private static final int LOOK = 5_000;
    private static final double MB = 1024 * 1024;

    private SheetBench() {}

    /** @param held bytes on the heap at most, beyond what was there before the first row */
    public record Result(int rows, double seconds, long bytes, long held) {}

    static int run(int rows, PrintStream out) {
        measure(rows / 10, false);
        Result timed = measure(rows, false);
        Result held = measure(rows, true);
        out.printf(
                Locale.ROOT,
                "{\"rows\":%d,\"seconds\":%.2f,\"mb\":%.1f,\"heldMb\":%.1f}%n",
                rows,
                timed.seconds(),
                timed.bytes() / MB,
                held.held() / MB);
        return 0;
    }

    /** @param looking whether to look at the heap every 5,000 rows, which takes longer than writing */
    public static Result measure(int rows, boolean looking) {
        Counting to = new Counting();
        long before = looking ? used() : 0;
        long held = 0;
        long start = System.nanoTime();
        try (SheetWriter sheet = new SheetWriter(
                to,
                "bench",
                List.of("bench"),
                List.of("number", "day", "unit", "class", "place", "channel", "kind", "met", "out", "at"))) {
            for (int i = 0; i < rows; i++) {
                sheet.row(row(i));
                if (looking && i % LOOK == 0) held = Math.max(held, used() - before);
            }
        }
        return new Result(rows, (System.nanoTime() - start) / 1e9, to.bytes, held);
    }

    private static List<Object> row(int i) {
        return Arrays.asList(
                "20261101-%06d".formatted(i),
                LocalDate.of(2026, 1, 1).plusDays(i % 365),
                "市供热集团有限公司",
                "供热 › 室内温度不达标",
                "振兴区 站前街道",
                "电话",
                "投诉",
                i % 2,
                0,
                LocalDateTime.of(2026, 1, 1, 9, 0).plusMinutes(i));
    }

    private static long used() {
        System.gc();
        Runtime r = Runtime.getRuntime();
        return r.totalMemory() - r.freeMemory();
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
