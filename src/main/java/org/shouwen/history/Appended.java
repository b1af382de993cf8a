package org.shouwen.history;

import java.util.List;

/**
 * Published within the transaction that appended entries, for whoever derives something from the journal. It names the
 * subjects only: who listens reads their histories when the transaction has ended.
 *
 * @param subjects one for each entry, in the order of the entries; a subject may occur twice
 */
public record Appended(List<Subject> subjects) {
    public Appended {
        subjects = List.copyOf(subjects);
    }
}
