package org.shouwen.history;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lines of seals and notes of entries that were written after the moment to which a database was restored. They are put aside into a place of
 * their own, never destroyed: they prove that there was more (ruling 11).
 */
@Component
public class RestoredSeals {
    private static final DateTimeFormatter ASIDE = DateTimeFormatter.ofPattern("'aside-'yyyyMMdd-HHmmss");

    private final SealStore store;
    private final SealLines lines;
    private final UnsealedEntryLog witness;
    private final VerificationStore journal;
    private final InstantSource clock;

    RestoredSeals(
            SealStore store,
            SealLines lines,
            UnsealedEntryLog witness,
            VerificationStore journal,
            InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.witness = witness;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Notes of entries that the restored database does not have, of a node or of a store that went on.
     *
     * @return how many files
     */
    public int putNotesAside() {
        String aside = ASIDE.format(clock.instant().atZone(ZoneId.of("Asia/Shanghai")));
        List<UnsealedEntryLog.Notes> later = witness.turn().stream()
                .filter(n -> !journal.hasAll(NotedEntry.of(n.lines().get())))
                .toList();
        later.forEach(n -> n.putAside().accept(aside));
        return later.size();
    }

    /**
     * Puts them aside; doing it again changes nothing.
     *
     * @return how many lines
     */
    public int putAside() {
        List<String> noted = lines.all(); // before the database's own: another node may seal meanwhile
        Set<String> stands = new HashSet<>();
        long last = 0;
        for (Sealing.Sealed s : store.all()) {
            stands.add(s.line());
            last = Math.max(last, s.no());
        }
        long through = last;
        List<String> later = noted.stream()
                .filter(line -> SealLines.later(line, stands, through))
                .toList();
        if (!later.isEmpty()) lines.putAside(later, last);
        return later.size();
    }
}
