package org.shouwen.accountability;

import java.util.stream.Stream;
import org.shouwen.history.Chained;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Holds each case against what the journal last wrote of it. */
@Component
class BreachRows implements Chained {
    private final BreachStore store;
    private final JsonMapper json;

    BreachRows(BreachStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String kind() {
        return "breach";
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream().map(x -> Row.asLastWritten(x.id(), json.writeValueAsString(x)));
    }
}
