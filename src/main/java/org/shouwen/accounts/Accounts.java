package org.shouwen.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Service for accounts: who they are, their passwords and tokens. Every change is in the account's history. */
@Service
@Transactional
public class Accounts {
    /** Where the password stands alone, and where the role demands a second factor beside it (SP 800-63B-4, 3.1.1.2). */
    private static final int SHORTEST = 15;

    private static final int SHORTEST_BESIDE_FACTOR = 8;
    private static final int LONGEST = 128;

    /** Knows the passwords that leaked most, words, names, dates and keyboard rows; scores 0 to 4. */
    private static final Zxcvbn KNOWN_WORDS = new Zxcvbn();

    private static final int WEAKEST = 3;

    private final AccountStore store;
    private final Grants grants;
    private final Credentials secrets;
    private final PasswordEncoder passwords;
    private final Directory directory;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final DeskAccounts desks;
    private final SingletonSupplier<String> nobodysPassword;

    Accounts(
            AccountStore store,
            Grants grants,
            Credentials secrets,
            PasswordEncoder passwords,
            Directory directory,
            History history,
            JsonMapper json,
            InstantSource clock,
            DeskAccounts desks) {
        this.desks = desks;
        this.store = store;
        this.grants = grants;
        this.secrets = secrets;
        this.passwords = passwords;
        this.directory = directory;
        this.history = history;
        this.json = json;
        this.clock = clock;
        this.nobodysPassword = SingletonSupplier.of(() -> String.valueOf(passwords.encode(Credentials.random(16))));
    }

    /** The account, if login and password fit and it is active. Takes as long whether or not the login exists. */
    @Transactional(readOnly = true)
    public Optional<Account> authenticate(String login, String password) {
        Optional<Account> account = store.byLogin(Text.clean(login));
        String kept =
                account.flatMap(a -> store.password(a.id(), clock.instant())).orElseGet(nobodysPassword::obtain);
        boolean fits = passwords.matches(Passwords.regular(password), kept);
        return account.filter(a -> fits && a.active() && !a.signedIn().program());
    }

    /** The integration that holds a token; empty when it is unknown or revoked. A transaction would be two statements more. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Account> byToken(String token) {
        return secrets.holder(token);
    }

    @Transactional(readOnly = true)
    public List<Account> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Account get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("account", id.toString()));
    }

    @Transactional(readOnly = true)
    public Optional<Account> byLogin(String login) {
        return store.byLogin(login);
    }

    @Transactional(readOnly = true)
    public boolean anyone() {
        return store.anyone();
    }

    @Transactional(readOnly = true)
    public List<Account> demonstration() {
        return store.demonstration();
    }

    /** Whether it is one of the demonstration city's, whose password everyone knows. */
    @Transactional(readOnly = true)
    public boolean demonstrates(UUID account) {
        return store.demonstration().stream().anyMatch(a -> a.id().equals(account));
    }

    /** When the tokens of each program end, the first to end first; who has none is not among them. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Instant>> tokens() {
        return store.tokens(clock.instant());
    }

    /** By the machine's own command: an account that works at once, and its first password. */
    public Made create(String login, String name, @Nullable String unit, @Nullable UUID officer, Set<Role> roles) {
        Account made = insert(person(login), name, unit, officer, roles, null, false, true, Actor.SYSTEM);
        String password = grants.give(made, Grant.Gives.PASSWORD, Actor.SYSTEM);
        return new Made(get(made.id()), password);
    }

    /** An account that somebody else has to grant; its first password is told half here, half there. */
    public Made ask(String login, String name, @Nullable String unit, Set<Role> roles, Actor by) {
        Account made = insert(person(login), name, unit, null, roles, null, false, false, by);
        return new Made(made, grants.ask(made.opened(), Grant.Gives.PASSWORD, by));
    }

    /** For the demonstration city only: a password that everyone knows. */
    public Account demonstrate(
            String login,
            String name,
            @Nullable String unit,
            @Nullable UUID officer,
            Set<Role> roles,
            String password) {
        return insert(login, name, unit, officer, roles, password, true, true, Actor.SYSTEM);
    }

    /**
     * Closing takes effect at once and takes back what was asked for; another name, other roles, another unit or opening
     * it again wait until a security officer grants them. The last administrator of a kind is never closed.
     *
     * @throws org.shouwen.problems.Stale when someone else changed it since {@link Account#version()}
     */
    public void change(Account account, Actor by) {
        Account a = checked(account);
        if (a.id().equals(by.account()) && !a.active()) throw new BadInput("active", "accounts.bad.yourself");
        Account there = get(a.id());
        if (there.active() && !a.active()) {
            store.requireAnother(there, a);
            desks.refuse(there);
            grants.withdraw(a.id());
        } else if (!there.active() && !a.active() && grants.wanted(there).active()) {
            a = a.opened(); // what waits to be opened is corrected, not taken back
        }
        boolean more = !a.name().equals(there.name())
                || !a.roles().equals(there.roles())
                || !Objects.equals(a.unit(), there.unit())
                || (a.active() && !there.active());
        if (more && by.account() != null) {
            grants.ask(a, Grant.Gives.NOTHING, by);
            a = there.with(there.name(), there.unit(), there.roles(), there.active() && a.active(), a.version());
        }
        store.update(a);
        store.endSessions(a.login());
        if (there.active() && !a.active()) {
            store.forgetPerson(a.id());
            store.revokeTokens(a.id());
        }
        record(
                a.id(),
                by,
                "AccountChanged",
                Map.of("name", a.name(), "unit", String.valueOf(a.unit()), "roles", a.roles(), "active", a.active()));
    }

    /**
     * The old one is forgotten: one administrator asks for a new first password, another one grants it. Neither can get
     * into somebody's account alone.
     *
     * @return its first half
     */
    public String askPassword(UUID id, Actor by) {
        Account a = get(id);
        person(a.login());
        return grants.ask(grants.wanted(a), Grant.Gives.PASSWORD, by);
    }

    /**
     * A person changes the own password; what is signed in elsewhere under the old one ends. No kind of character is
     * demanded, none is refused, and none runs out.
     *
     * @param session in which the person sits
     */
    public void changePassword(UUID id, String typedOld, String typed, String session, Actor by) {
        String old = Passwords.regular(typedOld);
        String fresh = Passwords.regular(typed);
        String kept = store.password(id, clock.instant()).orElseGet(nobodysPassword::obtain);
        if (!passwords.matches(old, kept)) throw new BadInput("old", "accounts.bad.old-password");
        Account a = get(id);
        int shortest = shortestPassword(a.signedIn());
        int length = fresh.codePointCount(0, fresh.length());
        if (length < shortest) throw new BadInput("fresh", "accounts.bad.short", shortest);
        if (length > LONGEST) throw new BadInput("fresh", "accounts.bad.long", LONGEST);
        if (fresh.equals(old)) throw new BadInput("fresh", "accounts.bad.same");
        if (KNOWN_WORDS
                        .measure(fresh, List.of(a.login(), a.name(), "shouwen", "8890", "12345"))
                        .getScore()
                < WEAKEST) throw new BadInput("fresh", "accounts.bad.known");
        store.setPassword(id, String.valueOf(passwords.encode(fresh)), false, null);
        store.endSessionsBut(session, a.login());
        record(id, by, "PasswordChanged", Map.of());
    }

    /** Fewest characters of this person's password. */
    public static int shortestPassword(CurrentUser person) {
        return person.sensitive() ? SHORTEST_BESIDE_FACTOR : SHORTEST;
    }

    /** By the machine's own command: a token for a program of its own name and role; only its digest is kept. */
    public String token(String name, Set<Role> roles, @Nullable String unit) {
        return grants.give(program(name, roles, unit, true, Actor.SYSTEM), Grant.Gives.TOKEN, Actor.SYSTEM);
    }

    /**
     * A token that somebody else has to grant.
     *
     * @return its first half
     */
    public String askToken(String name, Set<Role> roles, @Nullable String unit, Actor by) {
        return grants.ask(program(name, roles, unit, false, by).opened(), Grant.Gives.TOKEN, by);
    }

    private Account program(String name, Set<Role> roles, @Nullable String unit, boolean active, Actor by) {
        Account account = store.byLogin(CurrentUser.PROGRAM + name)
                .orElseGet(() -> insert(CurrentUser.PROGRAM + name, name, unit, null, roles, null, false, active, by));
        if (!account.roles().equals(roles) || !Objects.equals(account.unit(), unit))
            throw new BadInput("role", "accounts.bad.token-other-role", name);
        return account;
    }

    public void revokeTokens(UUID account, Actor by) {
        int revoked = store.revokeTokens(account);
        record(account, by, "TokensRevoked", Map.of("count", revoked));
    }

    /** @param password first password, or its first half; told once */
    public record Made(Account account, String password) {
        @Override
        public String toString() {
            return "Made[" + account + "]";
        }
    }

    private Account insert(
            String login,
            String name,
            @Nullable String unit,
            @Nullable UUID officer,
            Set<Role> roles,
            @Nullable String password,
            boolean demonstration,
            boolean active,
            Actor by) {
        Account a = checked(
                new Account(UuidCreator.getTimeOrderedEpoch(), login, name, unit, officer, roles, false, active, 1));
        try {
            store.insert(a, password == null ? null : passwords.encode(password), demonstration);
        } catch (DuplicateKeyException e) {
            throw new BadInput("login", "accounts.bad.login-taken");
        }
        record(
                a.id(),
                by,
                "AccountCreated",
                Map.of("login", a.login(), "name", a.name(), "unit", String.valueOf(unit), "roles", a.roles()));
        return a;
    }

    private static String person(String login) {
        if (CurrentUser.program(Text.clean(login))) throw new BadInput("login", "accounts.bad.program");
        return login;
    }

    private Account checked(Account a) {
        String login = Text.required("login", a.login(), 60);
        // full-width letters look like others
        if (!login.equals(Normalizer.normalize(login, Normalizer.Form.NFKC)) || !login.matches("[\\p{L}\\p{N}._:@-]+"))
            throw new BadInput("login", "accounts.bad.login");
        if (a.roles().isEmpty()) throw new BadInput("roles", "accounts.bad.no-role");
        if (a.roles().size() > 1 && a.roles().stream().anyMatch(Role::administrates))
            throw new BadInput("roles", "accounts.bad.administrator-alone");
        boolean program = CurrentUser.program(login);
        if (program && a.roles().stream().anyMatch(Role::needsPerson))
            throw new BadInput("roles", "accounts.bad.person");
        if (!program && a.roles().stream().anyMatch(Role::needsProgram))
            throw new BadInput("roles", "accounts.bad.program-alone");
        if (program && a.roles().size() > 1) throw new BadInput("roles", "accounts.bad.program-role");
        boolean ofUnit = a.roles().stream().noneMatch(Role::ofPlatform);
        if (!ofUnit && a.roles().stream().anyMatch(r -> !r.ofPlatform()))
            throw new BadInput("roles", "accounts.bad.mixed-roles");
        String unit = a.unit() == null || a.unit().isBlank() ? null : a.unit();
        if (ofUnit && unit == null) throw new BadInput("unit", "accounts.bad.unit-needed");
        if (!ofUnit && unit != null) throw new BadInput("unit", "accounts.bad.no-unit");
        if (unit != null && directory.unit(new UnitId(unit)).isEmpty())
            throw new BadInput("unit", "accounts.bad.no-such-unit");
        return new Account(
                a.id(),
                login,
                Text.required("name", a.name(), 40),
                unit,
                a.officer(),
                a.roles(),
                a.mustChange(),
                a.active(),
                a.version());
    }

    private void record(UUID account, Actor by, String type, Map<String, ?> what) {
        history.append(new Subject("account", account), clock.instant(), by, type, json.writeValueAsString(what));
    }
}
