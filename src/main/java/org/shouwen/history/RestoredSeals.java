package org.shouwen.history;

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
    private final SealStore store;
    private final SealLines lines;
    private final UnsealedEntryLog witness;
    private final VerificationStore journal;

    RestoredSeals(SealStore store, SealLines lines, UnsealedEntryLog witness, VerificationStore journal) {
        this.store = store;
        this.lines = lines;
        this.witness = witness;
        this.journal = journal;
    }

    /**
     * Notes of entries that the restored database does not have, of a node or of a store that went on.
     *
     * @param aside name of the folder for them, beside them
     * @return how many files
     */
    public int putNotesAside(String aside) {
        List<UnsealedEntryLog.Notes> later = witness.turn().stream()
                .filter(n ->
                        !journal.notStanding(NotedEntry.of(n.lines().get())).isEmpty())
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
