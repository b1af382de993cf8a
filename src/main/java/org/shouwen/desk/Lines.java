package org.shouwen.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 分机: which telephone stands on whose desk, so that a telephone system may name agents by login or by extension. */
@Service
@Transactional
public class Lines {
    private final JdbcClient jdbc;
    private final Accounts accounts;

    Lines(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Who takes calls under this login or at this extension; empty when nobody does. */
    @Transactional(readOnly = true)
    public Optional<UUID> account(String agent) {
        if (agent.isEmpty()) return Optional.empty();
        Optional<UUID> login = accounts.byLogin(agent).filter(Lines::takesCalls).map(Account::id);
        return login.isPresent()
                ? login
                : jdbc.sql("select account from desk.line where line = :line")
                        .param("line", agent)
                        .query(UUID.class)
                        .optional();
    }

    /** The extensions of an account, usually one. */
    @Transactional(readOnly = true)
    public List<String> of(UUID account) {
        return jdbc.sql("select line from desk.line where account = :account order by line")
                .param("account", account)
                .query(String.class)
                .list();
    }

    /**
     * An agent says at which telephone they sit; whoever sat there before does no longer. Empty: at none.
     *
     * @throws BadInput when it is no extension
     */
    public void sit(UUID account, String typed) {
        String line = Text.optional("line", typed, 40);
        if (!line.matches("[0-9A-Za-z._-]*")) throw new BadInput("line", "problems.field.unreadable");
        jdbc.sql("delete from desk.line where account = :account")
                .param("account", account)
                .update();
        if (line.isEmpty()) return;
        jdbc.sql("""
                        insert into desk.line (line, account) values (:line, :account)
                        on conflict (line) do update set account = excluded.account
                        """).param("line", line).param("account", account).update();
    }

    private static boolean takesCalls(Account a) {
        return a.active()
                && !a.signedIn().program()
                && (a.roles().contains(Role.AGENT) || a.roles().contains(Role.DISPATCHER));
    }
}
