package org.shouwen.history;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What {@code verify} holds of tables whose rows are journalled as digests (decision 50). */
@Component
class HeldTables {
    private final HeldRowStore store;
    private final HeldRows rows;

    HeldTables(HeldRowStore store, HeldRows rows) {
        this.store = store;
        this.rows = rows;
    }

    List<VerifiableRows> all() {
        return store.tables().stream().<VerifiableRows>map(Table::new).toList();
    }

    /** The number or name people know a row with encrypted values by. */
    String name(EncryptedRows rows, String key) {
        return store.name(rows.table(), key);
    }

    /** Rows that somebody changed past the product, as the database noted it, in words. */
    List<String> left() {
        return store.left();
    }

    private final class Table implements VerifiableRows {
        private final String name;

        Table(String name) {
            this.name = name;
        }

        @Override
        public String kind() {
            return name;
        }

        @Override
        public Stream<Row> rows() {
            return store.now(name)
                    .map(r -> new Row(r.subject(), null, entries -> compare(r, entries))
                            .known(() -> store.name(name, r.key())));
        }

        private List<String> compare(HeldRowStore.Now row, List<Recorded> entries) {
            Recorded last = entries.getLast();
            return rows.stands(last.type(), last.body(), last.seq(), name, row.digest())
                    ? List.of()
                    : List.of("the row is not what was last written");
        }

        @Override
        public String gone(List<Recorded> entries) {
            return HeldRows.FORMAT.read(entries.getLast().body()).key();
        }

        @Override
        public boolean mayBeGone(List<Recorded> entries) {
            return entries.getLast().type().equals(HeldRows.GONE);
        }
    }
}
