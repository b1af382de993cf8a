package org.shouwen.handover;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.springframework.stereotype.Component;

/** Holds each handover against what the journal last wrote of it. */
@Component
class HandoverVerifier implements VerifiableRows {
    static final StoredFormat<Handover> FORMAT = StoredFormat.of(Handover.class);

    private final HandoverStore store;

    HandoverVerifier(HandoverStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "handover";
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
