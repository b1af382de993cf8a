package org.shouwen.identity;

import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.HeldRowCheck;
import org.shouwen.keys.FieldCipher;
import org.shouwen.keys.KeyVersions;
import org.springframework.stereotype.Component;

/** Opens values of the vault; one that was changed past the product is refused with an alarm (ruling 11). */
@Component
class OpenedRows {
    static final String TABLE = "citizens.appellant";

    private final FieldCipher cipher;
    private final HeldRowCheck check;

    OpenedRows(KeyVersions versions, HeldRowCheck check) {
        this.cipher = new FieldCipher(Vault.KEY, versions);
        this.check = check;
    }

    /**
     * @throws org.shouwen.problems.ChangedOutside when it is not what was encrypted for the row and the column
     * @throws IllegalStateException when its key is not here
     */
    String open(UUID row, String column, byte @Nullable [] kept) {
        try {
            return cipher.decrypt(row, column, kept);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof GeneralSecurityException)) throw e;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // bytes that were never encrypted
        }
        check.alarm(TABLE, row.toString(), 0);
        throw check.refuse(TABLE, row.toString());
    }

    Phone phone(VaultStore.Row row) {
        return Phone.read(open(row.id(), "phone", row.phone()));
    }
}
