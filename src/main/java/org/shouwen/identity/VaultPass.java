package org.shouwen.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shouwen.problems.ChangedOutside;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes rows of the vault anew while everything runs, some in each transaction. A row that was changed past the product
 * is left as it is, with an alarm, and the others go on.
 */
@Component
class VaultPass {
    private static final int STEP = 500;

    private final VaultStore store;
    private final TransactionTemplate transaction;

    VaultPass(VaultStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** @param anew gives the row as it has to stand; empty where it stands so */
    void all(Function<VaultStore.Row, Optional<VaultStore.Row>> anew) {
        Optional<UUID> after = Optional.of(new UUID(0, 0));
        while (after.isPresent()) after = step(after.get(), STEP, anew);
    }

    /** @return the last id of the step; empty at the end */
    private Optional<UUID> step(UUID after, int most, Function<VaultStore.Row, Optional<VaultStore.Row>> anew) {
        try {
            return written(after, most, anew);
        } catch (ChangedOutside e) {
            if (most == 1) return written(after, 1, _ -> Optional.empty());
        }
        Optional<UUID> last = Optional.of(after);
        for (int i = 0; i < most && last.isPresent(); i++) last = step(last.get(), 1, anew);
        return last;
    }

    private Optional<UUID> written(UUID after, int most, Function<VaultStore.Row, Optional<VaultStore.Row>> anew) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<VaultStore.Row> rows = store.lockAfter(after, most);
            if (rows.isEmpty()) return Optional.<UUID>empty();
            List<VaultStore.Row> changed =
                    rows.stream().flatMap(r -> readable(r, anew).stream()).toList();
            if (!changed.isEmpty()) store.update(changed);
            return Optional.of(rows.getLast().id());
        }));
    }

    private static Optional<VaultStore.Row> readable(
            VaultStore.Row row, Function<VaultStore.Row, Optional<VaultStore.Row>> anew) {
        try {
            return anew.apply(row);
        } catch (ChangedOutside e) {
            return Optional.empty(); // an alarm was raised where it was opened
        }
    }
}
