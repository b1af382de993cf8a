package org.shouwen.warning;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.history.Recorded;
import org.shouwen.history.VerifiableRows;
import org.springframework.stereotype.Component;

/** Holds each warning against what the journal last wrote of it. */
@Component
class WarningVerifier implements VerifiableRows {
    private final WarningStore store;

    WarningVerifier(WarningStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return Raising.KIND;
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream()
                .map(w -> Row.asLastWritten(w.id(), w, WarningStore.FORMAT).known(w.number()));
    }

    @Override
    public String gone(List<Recorded> entries) {
        return WarningStore.FORMAT.read(entries.getLast().body()).number();
    }
}
