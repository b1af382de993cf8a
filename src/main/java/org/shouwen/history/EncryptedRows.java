package org.shouwen.history;

import java.util.function.Consumer;

/**
 * Rows of a held table with encrypted values. Of those the journal holds only that they are there, for they are encrypted
 * anew with each new key; so {@code verify} tries to read each. Implemented by the rows' owner.
 */
public interface EncryptedRows {
    /** The table with its schema, as it is held. */
    String table();

    /** Gives the key of each row of which a value can't be read: it was changed, or came from another row. */
    void unreadable(Consumer<String> found);
}
