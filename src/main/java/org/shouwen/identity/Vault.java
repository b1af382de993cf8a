package org.shouwen.identity;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.keys.FieldCipher;
import org.shouwen.keys.KeyVersions;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vault: all that identifies an appellant, encrypted, apart from what was asked (Art. 21). It gives masks to
 * everyone at work and the whole only through {@link #look}.
 */
@Service
@Basis(Clause.A21)
public class Vault {
    /** No limit of people, for what the newest alone must not decide. */
    public static final int EVERYONE = Integer.MAX_VALUE;

    /** Kind of the subject under which looks are kept. */
    public static final String KIND = "appellant";

    /** Name of the key that identities are encrypted with. */
    static final String KEY = "identity";

    private final VaultStore store;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final FieldCipher cipher;
    private final CityNumbers numbers;
    private final PhoneHash hash;
    private final OpenedRows opened;

    Vault(
            VaultStore store,
            History history,
            KeyVersions versions,
            CityNumbers numbers,
            PhoneHash hash,
            OpenedRows opened,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.history = history;
        this.json = json;
        this.clock = clock;
        this.cipher = new FieldCipher(KEY, versions);
        this.numbers = numbers;
        this.hash = hash;
        this.opened = opened;
    }

    /** Keeps identities within the caller's transaction, many in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(List<IdentityToStore> identities) {
        if (!identities.isEmpty())
            store.insert(identities.stream().map(this::encrypted).toList());
    }

    /** Appellants as everyone at work may see them. */
    @Transactional(readOnly = true)
    public Map<UUID, Masked> masked(Collection<UUID> ids) {
        Map<UUID, Masked> masked = new HashMap<>();
        if (ids.isEmpty()) return masked;
        for (VaultStore.Row row : store.find(ids)) {
            Identity i = decrypted(row);
            String phone = i.phone() == null ? "" : i.phone().masked();
            masked.put(row.id(), new Masked(row.id(), Masks.name(i.name()), phone, Masks.address(i.address())));
        }
        return masked;
    }

    /** Everyone who gave this number, newest first; equal numbers are the same person (ruling 10). */
    @Transactional(readOnly = true)
    public List<UUID> findByPhone(Phone phone, int most) {
        return hash.all(phone).stream()
                .flatMap(h -> store.byPhone(h, most).stream())
                .distinct()
                .sorted(Comparator.comparing(UUID::toString).reversed())
                .limit(most)
                .toList();
    }

    /** The number as a keyed hash: equal numbers meet under it, and nobody can find the number from it. */
    public String phoneKey(Phone phone) {
        return hash.lasting(phone);
    }

    /** {@link #phoneKey} of each appellant who gave a number. */
    @Transactional(readOnly = true)
    public Map<UUID, String> phoneKeys(Collection<UUID> ids) {
        Map<UUID, String> keys = new HashMap<>();
        if (ids.isEmpty()) return keys;
        for (VaultStore.Row row : store.find(ids)) {
            Phone phone = decrypted(row).phone();
            if (phone != null) keys.put(row.id(), phoneKey(phone));
        }
        return keys;
    }

    /** Of these those whose number is still known. */
    @Transactional(readOnly = true)
    public Set<UUID> withNumber(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : store.withNumber(ids);
    }

    /** Everyone who gave the same number as this appellant, they themselves included, newest first. */
    @Transactional(readOnly = true)
    public List<UUID> samePerson(UUID id, int most) {
        return store.find(List.of(id)).stream()
                .findFirst()
                .map(row -> decrypted(row).phone())
                .map(phone -> findByPhone(phone, most))
                .orElse(List.of(id));
    }

    /** Takes out of words what leads to the appellant. Shows the identity to nobody. */
    @Transactional(readOnly = true)
    public Redactor scrub(UUID id) {
        return store.find(List.of(id)).stream()
                .findFirst()
                .map(this::decrypted)
                .orElse(Identity.UNNAMED)
                .scrub();
    }

    /** Takes the appellant's own name and number out of what others write. Shows the identity to nobody. */
    @Transactional(readOnly = true)
    public UnaryOperator<String> unnamed(UUID id) {
        return unnamed(List.of(id));
    }

    /** {@link #unnamed} of several. */
    @Transactional(readOnly = true)
    public UnaryOperator<String> unnamed(Collection<UUID> ids) {
        List<Identity> all = store.find(ids).stream().map(this::decrypted).toList();
        return words -> {
            String left = words;
            for (Identity one : all) left = one.unnamed(left);
            return left;
        };
    }

    /**
     * The one place where a person gets to see an identity. Who looked, when, from where and why goes into the appellant's
     * history before anything is shown.
     *
     * @param from the network address of the person who looks
     * @param why in the person's words; must be given
     */
    @Transactional
    public Identity look(UUID id, CurrentUser by, String from, String why) {
        String reason = Text.required("why", why, 200);
        VaultStore.Row row = store.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("appellant", id.toString()));
        Identity identity = decrypted(row);
        history.append(
                new Subject(KIND, id),
                clock.instant(),
                by.actor(),
                DisclosureLog.LOOKED,
                json.writeValueAsString(Map.of("why", identity.unnamed(reason), "from", from)));
        return identity;
    }

    /** Network addresses go before the rest does; how many there were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forgetAddresses(Collection<UUID> ids) {
        return store.forgetAddresses(ids);
    }

    /** The term has run out: nothing that identifies stays, and its history says when it went. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID id) {
        store.forget(id);
        history.append(new Subject(KIND, id), clock.instant(), Actor.SYSTEM, "Forgotten", "{}");
    }

    /**
     * The number that a message is carried to; empty when there is none. For the machine that carries it, which shows
     * it to nobody: no person sees it, so no look is recorded.
     */
    @Transactional(readOnly = true)
    public Optional<Phone> numberToTell(UUID id) {
        return store.find(List.of(id)).stream()
                .filter(row -> row.phone() != null)
                .map(row -> numbers.whole(opened.phone(row)))
                .findFirst();
    }

    /** Encrypts what another module has to keep and must not be able to read in its table, such as a draft with a name. */
    public byte[] hide(UUID owner, String what, String text) {
        byte[] hidden = cipher.encrypt(owner, what, text);
        return hidden == null ? new byte[0] : hidden;
    }

    /** What {@link #hide} has hidden under the same owner and name. */
    public String unhide(UUID owner, String what, byte[] hidden) {
        return hidden.length == 0 ? "" : cipher.decrypt(owner, what, hidden);
    }

    /** Whether it is under the key that is written with now; else hide it anew. */
    public boolean hiddenAnew(byte[] hidden) {
        return hidden.length == 0 || cipher.isCurrent(hidden);
    }

    private VaultStore.Row encrypted(IdentityToStore k) {
        Identity i = k.identity();
        Phone phone = i.phone();
        return new VaultStore.Row(
                k.id(),
                cipher.encrypt(k.id(), "name", i.name()),
                phone == null ? null : cipher.encrypt(k.id(), "phone", phone.written()),
                cipher.encrypt(k.id(), "address", i.address()),
                cipher.encrypt(k.id(), "ip", i.ip()),
                cipher.encrypt(k.id(), "channel_account", i.channelAccount()),
                phone == null ? null : hash.of(phone));
    }

    private Identity decrypted(VaultStore.Row row) {
        return new Identity(
                opened.open(row.id(), "name", row.name()),
                row.phone() == null ? null : numbers.whole(opened.phone(row)),
                opened.open(row.id(), "address", row.address()),
                opened.open(row.id(), "ip", row.ip()),
                opened.open(row.id(), "channel_account", row.channelAccount()));
    }
}
