package org.shouwen.supervision;

import java.util.stream.Stream;
import org.shouwen.history.Chained;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Holds each callback that was tried against what the journal last wrote of it. */
@Component
class CallbackRows implements Chained {
    private final CallbackStore store;
    private final JsonMapper json;

    CallbackRows(CallbackStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String kind() {
        return "callback";
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream().map(x -> Row.asLastWritten(x.id(), json.writeValueAsString(x)));
    }
}
