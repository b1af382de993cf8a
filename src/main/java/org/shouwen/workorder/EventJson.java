package org.shouwen.workorder;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events and reports as the history and the row keep them. */
@Component
class EventJson {
    private final JsonMapper json;

    EventJson(JsonMapper json) {
        this.json = json;
    }

    String write(Event event) {
        return json.writerFor(Event.class).writeValueAsString(event);
    }

    Event read(String body) {
        return json.readValue(body, Event.class);
    }

    String write(Asked asked) {
        return json.writeValueAsString(asked);
    }

    Asked readAsked(@Nullable String text) {
        return text == null ? Asked.NOTHING : json.readValue(text, Asked.class);
    }

    /** Null when nothing is secret, which is the most. */
    @Nullable
    String write(Shield shield) {
        return shield.equals(Shield.NONE) ? null : json.writeValueAsString(shield);
    }

    Shield readShield(@Nullable String text) {
        return text == null ? Shield.NONE : json.readValue(text, Shield.class);
    }

    String write(List<Part> parts) {
        return json.writeValueAsString(parts);
    }

    List<Part> readParts(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(json.readValue(text, Part[].class));
    }

    String write(Report report) {
        return json.writeValueAsString(report);
    }

    @Nullable
    Report readReport(@Nullable String text) {
        return text == null ? null : json.readValue(text, Report.class);
    }
}
