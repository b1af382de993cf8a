package org.shouwen.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * Holds each sealed stretch of the journal against its seal, and what is noted outside the database against what stands
 * in it (ruling 11).
 */
@Component
class SealedStretches {
    private final SealStore seals;
    private final VerificationStore store;
    private final SealLines noted;
    private final UnsealedEntryLog witness;
    private final Seal seal;

    SealedStretches(SealStore seals, VerificationStore store, SealLines noted, UnsealedEntryLog witness, Keys keys) {
        this.seals = seals;
        this.store = store;
        this.noted = noted;
        this.witness = witness;
        this.seal = new Seal(keys.key("history"));
    }

    /** Lines of sealings and notes of entries, as they stand outside the database. */
    record Outside(List<String> lines, List<Supplier<List<String>>> noted) {}

    /** To be read before the moment of the database that it is held against: whatever it names had been committed then. */
    Outside outside() {
        return new Outside(noted.all(), witness.noted());
    }

    List<String> findings(Outside outside) {
        List<String> findings = new ArrayList<>();
        stretches(outside.lines(), findings);
        notes(outside.noted(), findings);
        return findings;
    }

    private void stretches(List<String> lines, List<String> findings) {
        byte[] before = new byte[0];
        long through = 0;
        long no = 0;
        Set<String> kept = new HashSet<>();
        List<Sealing.Sealed> all = seals.all();
        for (Sealing.Sealed s : all) {
            SealStore.Stretch stretch = seals.stretch(through, s.through());
            if (s.no() != ++no) findings.add("sealing %d is missing".formatted(no));
            if (stretch.entries() != s.entries() || !Arrays.equals(stretch.digest(), s.digest()))
                findings.add("sealing %d: %d entries were sealed, now %d stand there, or others"
                        .formatted(s.no(), s.entries(), stretch.entries()));
            if (!Arrays.equals(seal.of(before, s.through(), s.digest()), s.seal()))
                findings.add("sealing %d does not bear its seal".formatted(s.no()));
            before = s.seal();
            through = s.through();
            no = s.no();
            kept.add(s.line());
        }
        Set<String> missing = new HashSet<>(NotedSeals.missing(lines, kept));
        lines.stream()
                .distinct()
                .filter(line -> !kept.contains(line) && (missing.contains(line) || !borne(line, all)))
                .forEach(line -> findings.add(
                        "a sealing noted outside the database is not in it: %s".formatted(line.split(" ")[0])));
    }

    /**
     * Whether the journal still bears the seal of a line that was broken off and made again. Else what it had sealed was
     * taken away together with its seal, and the next sealing came over what was left.
     */
    private boolean borne(String line, List<Sealing.Sealed> all) {
        if (!line.matches("[1-9]\\d{0,17} \\d{1,18} \\d{1,18} [0-9a-f]{64}")) return false;
        String[] parts = line.split(" ");
        long no = Long.parseLong(parts[0]);
        Sealing.Sealed before = all.stream()
                .filter(s -> s.no() == no - 1)
                .findFirst()
                .orElse(new Sealing.Sealed(0, 0, 0, new byte[0], new byte[0]));
        if (before.no() != no - 1) return false;
        long through = Long.parseLong(parts[1]);
        SealStore.Stretch stretch = seals.stretch(before.through(), through);
        Sealing.Sealed now = new Sealing.Sealed(
                no, through, stretch.entries(), stretch.digest(), seal.of(before.seal(), through, stretch.digest()));
        return now.line().equals(line);
    }

    private void notes(List<Supplier<List<String>>> noted, List<String> findings) {
        for (Supplier<List<String>> some : noted)
            for (NotedEntry note : store.notStanding(NotedEntry.of(some.get())))
                findings.add("%s: entry %d was committed, but does not stand so any more"
                        .formatted(note.place().subject(), note.place().seq()));
    }
}
