package org.shouwen.callback;

import java.util.List;
import java.util.stream.Stream;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.springframework.stereotype.Component;

/** Holds each callback that was tried against what the journal last wrote of it. */
@Component
class CallbackVerifier implements VerifiableRows {
    static final StoredFormat<Callback> FORMAT = StoredFormat.of(Callback.class);

    private final CallbackStore store;

    CallbackVerifier(CallbackStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "callback";
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream()
                .map(x -> Row.asLastWritten(x.id(), x, FORMAT).known(x.orderNumber()));
    }

    @Override
    public String gone(List<Recorded> entries) {
        return FORMAT.read(entries.getLast().body()).orderNumber();
    }
}
