package org.shouwen.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * Makes the digests by which numbers are found anew when their form has changed: with this version, and with another area
 * code. Runs in small steps while everything runs; until it is done, and after, numbers are found under both forms.
 */
@Component
@Basis(Clause.A21)
class NumbersAnew implements Job {

    private final VaultStore store;
    private final NumberForms forms;
    private final CityNumbers numbers;
    private final PhoneHash hash;
    private final OpenedRows opened;
    private final VaultPass pass;

    NumbersAnew(
            VaultStore store,
            NumberForms forms,
            CityNumbers numbers,
            PhoneHash hash,
            OpenedRows opened,
            VaultPass pass) {
        this.store = store;
        this.forms = forms;
        this.numbers = numbers;
        this.hash = hash;
        this.opened = opened;
        this.pass = pass;
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
        pass.all(this::anew);
        forms.finish(numbers.area());
    }

    private Optional<VaultStore.Row> anew(VaultStore.Row r) {
        if (r.phone() == null) return Optional.empty();
        byte[] digest = hash.of(opened.phone(r));
        return Arrays.equals(digest, r.phoneHash())
                ? Optional.empty()
                : Optional.of(new VaultStore.Row(
                        r.id(), r.name(), r.phone(), r.address(), r.ip(), r.channelAccount(), digest));
    }
}
