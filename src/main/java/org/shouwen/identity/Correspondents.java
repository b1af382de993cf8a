package org.shouwen.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appellants as machines that carry messages know them: whether a sender is this appellant, and at which account of a channel
 * they are reached. Shows an identity to nobody, so that no look is recorded.
 */
@Service
public class Correspondents {
    private final VaultStore store;
    private final CityNumbers numbers;
    private final OpenedRows opened;

    Correspondents(VaultStore store, CityNumbers numbers, OpenedRows opened) {
        this.store = store;
        this.numbers = numbers;
        this.opened = opened;
    }

    /** Whether a sender is this appellant: the same number, or the same account on a channel. */
    @Transactional(readOnly = true)
    public boolean isFrom(UUID appellant, Identity sender) {
        Optional<VaultStore.Row> row = store.find(List.of(appellant)).stream().findFirst();
        if (row.isEmpty()) return false;
        Phone phone = sender.phone();
        return (phone != null
                        && phone(row.get())
                                .filter(p ->
                                        p.main().equals(numbers.whole(phone).main()))
                                .isPresent())
                || (!sender.channelAccount().isEmpty() && account(row.get()).equals(sender.channelAccount()));
    }

    /** The account on a channel that an appellant wrote from, such as {@code mailto:name@example.cn}; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> accountToTell(UUID appellant) {
        return store.find(List.of(appellant)).stream()
                .findFirst()
                .map(this::account)
                .filter(a -> !a.isEmpty());
    }

    private String account(VaultStore.Row row) {
        return opened.open(row.id(), "channel_account", row.channelAccount());
    }

    private Optional<Phone> phone(VaultStore.Row row) {
        if (row.phone() == null) return Optional.empty();
        return Optional.of(numbers.whole(opened.phone(row)));
    }
}
