package org.shouwen.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lines of seals that were written after the moment to which a database was restored. They are put aside into a place of
 * their own, never destroyed: they prove that there was more (ruling 11).
 */
@Component
public class RestoredSeals {
    private final SealStore store;
    private final SealLines lines;

    RestoredSeals(SealStore store, SealLines lines) {
        this.store = store;
        this.lines = lines;
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
