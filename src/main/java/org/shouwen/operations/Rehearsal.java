package org.shouwen.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.shouwen.embedded.EmbeddedPostgres;

/** An upgrade on a copy: migrates it as a start would, verifies, counts, and says what it took. */
final class Rehearsal {
    private static final long LONGEST_BLOCKED_MILLIS = 1_000;

    private final SecondPlace second;
    private final Path steps;
    private final PrintStream out;

    Rehearsal(SecondPlace second, PrintStream out) {
        this.second = second;
        this.steps = second.home().resolve("rehearsal.tsv");
        this.out = out;
    }

    /** @return 0: the upgrade is good; 1: it is not, and the lines before say why */
    int embedded() throws IOException {
        RowCounts before = counted();
        int verified = second.verify(Map.of("SHOUWEN_REHEARSAL", steps.toString()), out);
        return said(before, counted(), verified);
    }

    /** The same on a copy of a city's own database. */
    int own(OwnDatabase copy) throws IOException {
        RowCounts before = copy.counts();
        Map<String, String> more = new HashMap<>(copy.environment());
        more.put("SHOUWEN_REHEARSAL", steps.toString());
        int verified = second.verify(more, out);
        return said(before, copy.counts(), verified);
    }

    private RowCounts counted() throws IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(second.home(), Map.of())) {
            return RowCounts.of(database);
        }
    }

    private int said(RowCounts before, RowCounts after, int verified) throws IOException {
        List<MigrationStep> done = MigrationStep.read(steps);
        for (MigrationStep step : done)
            out.printf(
                    "  %-52s %6d ms%s%n",
                    step.name(),
                    step.millis(),
                    step.blockedMillis() == 0
                            ? ""
                            : "  写入等待 writers wait %d ms: %s".formatted(step.blockedMillis(), step.table()));
        long migrations = done.stream().filter(MigrationStep::migration).count();
        long longest =
                done.stream().mapToLong(MigrationStep::blockedMillis).max().orElse(0);
        out.printf(
                "升级 migrations: %d, %.1f s；写入最长等待 writers wait at most: %d ms%n",
                migrations, done.stream().mapToLong(MigrationStep::millis).sum() / 1000.0, longest);
        if (longest > LONGEST_BLOCKED_MILLIS) {
            done.stream()
                    .max(Comparator.comparingLong(MigrationStep::blockedMillis))
                    .ifPresent(s -> out.printf(
                            "%1$s 在 %2$d ms 内不能写入：请在夜间升级 %1$s can not be written for %2$d ms: upgrade at night%n",
                            s.table(), s.blockedMillis()));
        }
        older(done);
        List<String> lost = before.lostUntil(after, moved());
        out.printf(
                "清点 counted: %d → %d 张表 tables, %d → %d 行 rows, %d 张表变少 have fewer%n",
                before.rows().size(), after.rows().size(), before.sum(), after.sum(), lost.size());
        lost.forEach(line -> out.println("  " + line));
        boolean good = verified == 0 && lost.isEmpty();
        out.println(
                good
                        ? "升级演练通过，原数据未动 the upgrade is good; the real data were not touched"
                        : "升级演练未通过，请勿升级；原数据未动 do NOT upgrade; the real data were not touched");
        return good ? 0 : 1;
    }

    /** Whether nodes can be taken to the new version one after the other, while the others go on. */
    private void older(List<MigrationStep> done) throws IOException {
        List<String> against = new ArrayList<>();
        Map<String, String> texts = MigrationText.all();
        for (MigrationStep step : done)
            if (step.migration())
                OlderNodes.against(texts.getOrDefault(
                                MigrationText.plain(step.name().split(" ", 2)[0]), ""))
                        .forEach(s -> against.add(step.name() + ": " + s));
        out.println(
                against.isEmpty()
                        ? "多节点可以逐台升级 several nodes can be upgraded one after the other"
                        : "多节点不能逐台升级，请全部停止后再启动 several nodes can NOT be upgraded one after the other: end all of them first");
        against.forEach(line -> out.println("  " + line));
    }

    /** What migrations moved, from {@code db/moved.properties}. */
    static Map<String, String> moved() throws IOException {
        Properties moved = new Properties();
        try (InputStream in = Rehearsal.class.getResourceAsStream("/db/moved.properties")) {
            moved.load(Objects.requireNonNull(in));
        }
        Map<String, String> tables = new TreeMap<>();
        moved.forEach((before, now) -> tables.put(before.toString(), now.toString()));
        return tables;
    }
}
