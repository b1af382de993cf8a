package org.shouwen.coordination;

import java.util.stream.Stream;
import org.shouwen.history.Chained;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Holds each handover against what the journal last wrote of it. */
@Component
class HandoverRows implements Chained {
    private final HandoverStore store;
    private final JsonMapper json;

    HandoverRows(HandoverStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String kind() {
        return "handover";
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream().map(x -> Row.asLastWritten(x.id(), json.writeValueAsString(x)));
    }
}
