package org.shouwen.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.jobs.Job;
import org.shouwen.keys.FieldCipher;
import org.shouwen.keys.KeyVersions;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the digests by which numbers are found anew when their form has changed: with this version, and with another area
 * code. Runs in small steps while everything runs; until it is done, and after, numbers are found under both forms.
 */
@Component
@Basis(Clause.A21)
class NumbersAnew implements Job {
    private static final int STEP = 500;

    private final VaultStore store;
    private final NumberForms forms;
    private final CityNumbers numbers;
    private final PhoneHash hash;
    private final FieldCipher cipher;
    private final TransactionTemplate transaction;

    NumbersAnew(
            VaultStore store,
            NumberForms forms,
            CityNumbers numbers,
            PhoneHash hash,
            KeyVersions versions,
            TransactionTemplate transaction) {
        this.store = store;
        this.forms = forms;
        this.numbers = numbers;
        this.hash = hash;
        this.cipher = new FieldCipher(Vault.KEY, versions);
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "numbers-anew";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (forms.done(numbers.area())) return;
        forms.begin(numbers.area());
        Optional<UUID> after = Optional.of(new UUID(0, 0));
        while (after.isPresent()) {
            UUID from = after.get();
            after = transaction.execute(_ -> step(from));
        }
        forms.finish(numbers.area());
    }

    /** @return the last id of the step; empty at the end */
    private Optional<UUID> step(UUID after) {
        List<VaultStore.Row> rows = store.lockAfter(after, STEP);
        if (rows.isEmpty()) return Optional.empty();
        List<VaultStore.Row> anew = rows.stream()
                .filter(r -> r.phone() != null)
                .map(this::anew)
                .flatMap(Optional::stream)
                .toList();
        if (!anew.isEmpty()) store.update(anew);
        return Optional.of(rows.getLast().id());
    }

    private Optional<VaultStore.Row> anew(VaultStore.Row r) {
        byte[] digest = hash.of(Phone.read(cipher.decrypt(r.id(), "phone", r.phone())));
        return Arrays.equals(digest, r.phoneHash())
                ? Optional.empty()
                : Optional.of(new VaultStore.Row(
                        r.id(), r.name(), r.phone(), r.address(), r.ip(), r.channelAccount(), digest));
    }
}
