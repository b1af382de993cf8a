package org.shouwen.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@link Vault#phoneKey} of numbers in every form in which they may have been named since the city began: what is kept
 * under such a key is found until it has moved to the form of today.
 */
@Service
public class PhoneKeys {
    private final VaultStore store;
    private final PhoneHash hash;
    private final OpenedRows opened;

    PhoneKeys(VaultStore store, PhoneHash hash, OpenedRows opened) {
        this.store = store;
        this.hash = hash;
        this.opened = opened;
    }

    /** Of a number, today's form first. */
    public Set<String> forms(Phone phone) {
        return hash.lastingForms(phone);
    }

    /** Of each appellant whose number is still known, today's form first. */
    @Transactional(readOnly = true)
    public Map<UUID, Set<String>> forms(Collection<UUID> ids) {
        Map<UUID, Set<String>> keys = new HashMap<>();
        if (ids.isEmpty()) return keys;
        for (VaultStore.Row row : store.find(ids))
            if (row.phone() != null) keys.put(row.id(), hash.lastingForms(opened.phone(row)));
        return keys;
    }
}
