package org.shouwen.history;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.CliCommand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts a held row as it stands now, after somebody changed it past the product and it can not be put back: the
 * journal keeps who accepted it and why, so that work goes on and nothing is hidden (ruling 11).
 */
@Component
class HeldRowsCommand implements CliCommand {
    /** @param is keyed digest of the row as it was accepted; empty when there is none */
    record Body(String key, String is, String why) {}

    static final StoredFormat<Body> FORMAT = StoredFormat.of(Body.class);

    private final HeldRowStore store;
    private final HeldRows rows;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    HeldRowsCommand(HeldRowStore store, HeldRows rows, TransactionTemplate transaction, InstantSource clock) {
        this.store = store;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rows accept";
    }

    @Override
    public String arguments() {
        return "TABLE KEY NAME REASON";
    }

    @Override
    public String help() {
        return "accepts a row that was changed past the product, by name and with a reason";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 4 || arguments.stream().anyMatch(String::isBlank)) {
            out.println("用法 usage: rows accept TABLE KEY NAME REASON");
            return 1;
        }
        String table = arguments.get(0);
        String key = arguments.get(1);
        if (!store.tables().contains(table)) {
            out.println("没有这张受核对的表 no such table is held: " + table);
            return 1;
        }
        Boolean done = transaction.execute(_ -> accept(table, key, arguments.get(2), arguments.get(3)));
        out.println(Boolean.TRUE.equals(done) ? "已认可并留痕 accepted and journalled" : "这一行没有改动 nothing was changed there");
        return Boolean.TRUE.equals(done) ? 0 : 1;
    }

    private boolean accept(String table, String key, String name, String why) {
        UUID subject = store.subject(table, key);
        HeldRowStore.@Nullable Last last = store.last(Set.of(subject)).get(subject);
        Optional<HeldRowStore.Now> now;
        try (Stream<HeldRowStore.Now> all = store.now(table)) {
            now = all.filter(r -> r.subject().equals(subject)).findFirst();
        }
        byte @Nullable [] stands = now.map(HeldRowStore.Now::digest).orElse(null);
        if (last == null && stands == null) return false;
        Chain chain = last == null ? Chain.START : last.chain();
        boolean gone = last != null && last.type().equals(HeldRows.GONE);
        boolean same = stands == null
                ? gone
                : last != null && rows.stands(last.type(), last.body(), chain.seq(), table, stands);
        if (same) return false;
        Entry plain = rows.entry(table, key, subject, chain, stands, new Actor(null, name, null));
        String is = HeldRows.FORMAT.read(plain.body()).is();
        rows.history()
                .appendAll(List.of(new Entry(
                        plain.subject(),
                        chain,
                        clock.instant(),
                        plain.by(),
                        stands == null ? HeldRows.GONE : "RowAccepted",
                        FORMAT.write(new Body(key, is, why)))));
        store.settle(table, key);
        return true;
    }
}
