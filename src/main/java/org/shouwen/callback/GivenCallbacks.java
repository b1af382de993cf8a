package org.shouwen.callback;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Callbacks that agents were given: each sees and answers their own, and no other (Art. 14, 21). */
@Service
@Transactional
public class GivenCallbacks {
    private static final int MOST = 500;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Callbacks callbacks;
    private final InstantSource clock;

    GivenCallbacks(JdbcClient jdbc, Accounts accounts, Callbacks callbacks, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** Nobody who still works as an agent has it: what was given to somebody who left is given anew. */
    private static final String FREE = """
            c.state = 'WAITING' and not exists (
                select from callback.given g where g.callback = c.id and g.account = any(:working))
            """;

    /** How many calls an agent still has to make. */
    public record Load(UUID account, String name, int waiting) {}

    /** Agents who may be given calls, with what waits for them. */
    @Transactional(readOnly = true)
    public List<Load> agents() {
        return working().stream()
                .map(a -> new Load(a.id(), a.name(), waitingOf(a.id())))
                .toList();
    }

    /** How many wait and are nobody's. */
    @Transactional(readOnly = true)
    public int ungiven() {
        return jdbc.sql("select count(*) from supervision.callback c where " + FREE)
                .param("working", ids(working()))
                .query(Integer.class)
                .single();
    }

    /**
     * Gives an agent the next calls that nobody has, those that wait longest first.
     *
     * @return how many there were to give
     */
    public int give(UUID agent, int many, CurrentUser by) {
        if (many < 1 || many > MOST) throw new BadInput("many", "callback.bad.many", MOST);
        List<Account> working = working();
        Account to = working.stream()
                .filter(a -> a.id().equals(agent))
                .findFirst()
                .orElseThrow(() -> new BadInput("agent", "callback.bad.agent"));
        return jdbc.sql("""
                insert into callback.given as held (callback, account, name, at, by_name)
                select c.id, :account, :name, :at, :by from supervision.callback c where %s and %s
                order by c.last_attempt_at nulls first, c.id limit :many
                on conflict (callback) do update set account = excluded.account, name = excluded.name,
                    at = excluded.at, by_name = excluded.by_name
                    where held.account <> all(:working) -- else somebody else gave it at this moment
                """.formatted(FREE, ConflictOfInterest.order("c.order_number")))
                .param("working", ids(working))
                .param("reader", to.name())
                .param("account", to.id())
                .param("name", to.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.name())
                .param("many", many)
                .update();
    }

    private List<Account> working() {
        return accounts.all().stream()
                .filter(a -> a.active() && a.roles().contains(Role.AGENT))
                .toList();
    }

    private static UUID[] ids(List<Account> some) {
        return some.stream().map(Account::id).toArray(UUID[]::new);
    }

    /** The person's own calls that wait, never tried ones first, then those tried longest ago. */
    @Transactional(readOnly = true)
    public Page<Callback> own(CurrentUser by, @Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select c.*, " + CallbackStore.TURN + """
                 from supervision.callback c join callback.given g on g.callback = c.id
                where g.account = :account and c.state = 'WAITING' and
                """ + ConflictOfInterest.order("c.order_number"),
                Map.of("account", by.account(), "reader", ConflictOfInterest.reader(by)),
                after,
                limit,
                CallbackStore::callback);
    }

    /** @throws NotFound when it was not given to this person */
    @Transactional(readOnly = true)
    public Callback get(UUID id, CurrentUser by) {
        boolean own = jdbc.sql("select exists (select from callback.given where callback = :id and account = :account)")
                .param("id", id)
                .param("account", by.account())
                .query(Boolean.class)
                .single();
        if (!own) throw new NotFound("callback", id.toString());
        return callbacks.get(id);
    }

    public Callback answer(UUID id, Callback.Answer answer, CurrentUser by) {
        get(id, by);
        return callbacks.answer(id, answer, by);
    }

    private int waitingOf(UUID account) {
        return jdbc.sql("""
                select count(*) from supervision.callback c join callback.given g on g.callback = c.id
                where g.account = :account and c.state = 'WAITING'
                """).param("account", account).query(Integer.class).single();
    }
}
