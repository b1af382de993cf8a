package org.shouwen.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.springframework.stereotype.Component;

/** Holds each supervision against what the journal last wrote of it. */
@Component
class SupervisionVerifier implements VerifiableRows {
    static final StoredFormat<Supervision> FORMAT = StoredFormat.of(Supervision.class);

    private final SupervisionStore store;

    SupervisionVerifier(SupervisionStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "supervision";
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
