package org.shouwen.accountability;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.springframework.stereotype.Component;

/** Holds each case against what the journal last wrote of it. */
@Component
class BreachVerifier implements VerifiableRows {
    static final StoredFormat<Breach> FORMAT = StoredFormat.of(Breach.class);

    private final BreachStore store;

    BreachVerifier(BreachStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "breach";
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream()
                .map(x -> Row.asLastWritten(x.id(), x, FORMAT).known(x.number()));
    }

    @Override
    public String gone(List<Recorded> entries) {
        return FORMAT.read(entries.getLast().body()).number();
    }
}
