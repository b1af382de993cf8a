package org.shouwen.identity;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.EncryptedRows;
import org.shouwen.keys.FieldCipher;
import org.shouwen.keys.KeyVersions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says of which appellants a value was changed past the product: each is bound to its row and column by its encryption. */
@Component
class VaultVerifier implements EncryptedRows {
    private final JdbcTemplate streaming;
    private final FieldCipher cipher;

    VaultVerifier(DataSource dataSource, KeyVersions versions) {
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(1000);
        this.cipher = new FieldCipher(Vault.KEY, versions);
    }

    @Override
    public String table() {
        return OpenedRows.TABLE;
    }

    @Override
    public void unreadable(Consumer<String> found) {
        try (var rows = streaming.queryForStream(VaultStore.ALL, VaultStore::row)) {
            rows.filter(row -> !readable(row))
                    .forEach(row -> found.accept(row.id().toString()));
        }
    }

    private boolean readable(VaultStore.Row row) {
        return reads(row, "name", row.name())
                && reads(row, "phone", row.phone())
                && reads(row, "address", row.address())
                && reads(row, "ip", row.ip())
                && reads(row, "channel_account", row.channelAccount());
    }

    private boolean reads(VaultStore.Row row, String column, byte @Nullable [] kept) {
        try {
            cipher.decrypt(row.id(), column, kept);
            return true;
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false; // also bytes that were never encrypted
        }
    }
}
