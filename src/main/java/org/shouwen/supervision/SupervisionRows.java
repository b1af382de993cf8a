package org.shouwen.supervision;

import java.util.stream.Stream;
import org.shouwen.history.Chained;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Holds each supervision against what the journal last wrote of it. */
@Component
class SupervisionRows implements Chained {
    private final Store store;
    private final JsonMapper json;

    SupervisionRows(Store store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String kind() {
        return "supervision";
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream().map(x -> Row.asLastWritten(x.id(), json.writeValueAsString(x)));
    }
}
