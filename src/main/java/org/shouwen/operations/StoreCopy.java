package org.shouwen.operations;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.blobs.StoreUnavailable;

/**
 * What nodes share, copied into the folder {@code store} of a backup under the same names: a folder that can itself be named
 * as {@code SHOUWEN_STORE}. In the order that {@link Backup} keeps: notes of entries before the moment, what the database says
 * must be there after it.
 */
final class StoreCopy {
    /** The folder in a backup, and in a home that was restored from it. */
    static final String FOLDER = "store";

    private static final String PAPERS = "papers/";
    /** Notes of entries not sealed yet. */
    static final String NOTES = "seals/witness/";

    private final SharedObjects objects;

    StoreCopy(SharedObjects objects) {
        this.objects = objects;
    }

    /** The bulk: attachments that the backup before has are taken from there. */
    void papers(BackupFolder to) throws IOException {
        copy(to, PAPERS, _ -> true);
    }

    void notes(BackupFolder to) throws IOException {
        copy(to, NOTES, _ -> true);
    }

    /** Lines of seals and erasures. */
    void lines(BackupFolder to) throws IOException {
        copy(to, "seals/", name -> !name.startsWith(NOTES));
        copy(to, "erasures/", _ -> true);
    }

    private void copy(BackupFolder to, String prefix, Predicate<String> wanted) throws IOException {
        try {
            for (String name : objects.names(prefix)) if (wanted.test(name)) one(to, name);
        } catch (StoreUnavailable e) {
            throw new BackupRefused(
                    "SHOUWEN_STORE 没有回应，没有备份：" + e.getMessage(),
                    "SHOUWEN_STORE does not answer, nothing was backed up: " + e.getMessage());
        }
    }

    private void one(BackupFolder to, String name) throws IOException {
        String relative = FOLDER + "/" + name;
        if (to.has(relative) || (name.startsWith(PAPERS) && to.linked(relative))) return;
        byte[] bytes;
        try {
            bytes = objects.get(name);
        } catch (NoSuchElementException destroyedMeanwhile) {
            return;
        }
        to.copy(bytes, relative);
    }
}
