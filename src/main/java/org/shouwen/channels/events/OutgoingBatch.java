package org.shouwen.channels.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.blobs.Sha256;
import org.shouwen.history.JournalStretch.Numbered;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events on their way to one receiver, as CloudEvents 1.0 in JSON.
 *
 * @param first id of the first event in it; 0 when there is none
 * @param last id of the last event in it
 * @param upTo the receiver's place in the journal when it has this
 */
record OutgoingBatch(long first, long last, long upTo, int events, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param wanted types that the receiver wants
     * @param entries of the journal, in its order
     */
    static OutgoingBatch of(
            Receiver to,
            Set<String> wanted,
            List<Numbered> entries,
            EventSchema schema,
            ReceiverKeys keys,
            String source) {
        List<Map<String, Object>> events = new ArrayList<>();
        long first = 0;
        long last = 0;
        long upTo = entries.getLast().id();
        for (Numbered e : entries) {
            String type = e.kind() + "." + e.type();
            if (!wanted.contains(type)) continue;
            var data = schema.data(type, e.body(), id -> keys.opaque(to, id));
            if (data.isEmpty()) continue;
            if (events.size() == to.batch()) {
                upTo = last;
                break;
            }
            events.add(event(e, type, keys.opaque(to, e.subject()), data.get(), source));
            if (first == 0) first = e.id();
            last = e.id();
        }
        return new OutgoingBatch(first, last, upTo, events.size(), JSON.writeValueAsBytes(events));
    }

    private static Map<String, Object> event(
            Numbered e, String type, String subject, Map<String, Object> data, String source) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", Long.toString(e.id()));
        event.put("source", source);
        event.put("type", type);
        event.put("dataschema", "urn:shouwen:events:" + EventSchema.VERSION + "#/$defs/" + type);
        event.put("time", e.at().toString());
        event.put("subject", subject);
        event.put("data", data);
        return event;
    }

    /** Told again it bears the same name, so that whoever has it can drop it. */
    String name() {
        return first + "-" + last;
    }

    byte[] digest() {
        return Sha256.digest(body);
    }
}
