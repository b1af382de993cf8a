package org.shouwen.workorder;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.history.StoredFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events and reports as the history and the row keep them. */
@Component
class EventJson {
    /**
     * Where people's own words stand. Codes, numbers, times and the names of papers stay: a person may be called like
     * any of them.
     */
    static final Set<String> WORDS = Set.of(
            "accused",
            "answeredBy",
            "answeredHow",
            "appellantSaid",
            "basis",
            "called",
            "documentNumber",
            "how",
            "investigation",
            "leaderActed",
            "note",
            "provision",
            "reason",
            "resolution",
            "rulingNumber",
            "said",
            "statement",
            "text",
            "title",
            "toldHow",
            "who",
            "withoutParts",
            "words");

    static final StoredFormat<Event> EVENTS = StoredFormat.of(Event.class);
    static final StoredFormat<Report> REPORTS = StoredFormat.of(Report.class);
    static final StoredFormat<PendingRequests> ASKED = StoredFormat.of(PendingRequests.class);
    static final StoredFormat<Confidentiality> SHIELDS = StoredFormat.of(Confidentiality.class);

    private final JsonMapper json;

    EventJson(JsonMapper json) {
        this.json = json;
    }

    String write(Event event) {
        return EVENTS.write(event);
    }

    /** As the journal names it. */
    static String name(Event event) {
        return EVENTS.name(event);
    }

    Event read(String body) {
        return EVENTS.read(body);
    }

    /** The event with its words changed. */
    Event with(Event event, UnaryOperator<String> words) {
        return changed(write(event), words, Event.class);
    }

    Report with(Report report, UnaryOperator<String> words) {
        return changed(write(report), words, Report.class);
    }

    PendingRequests with(PendingRequests asked, UnaryOperator<String> words) {
        return changed(write(asked), words, PendingRequests.class);
    }

    private <T> T changed(String written, UnaryOperator<String> words, Class<T> type) {
        return json.treeToValue(changed(json.readTree(written), words), type);
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<String> words) {
        if (node instanceof ObjectNode object)
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (!value.isString()) changed(value, words);
                else if (WORDS.contains(name)) object.put(name, words.apply(value.stringValue()));
            }
        if (node instanceof ArrayNode array) for (JsonNode each : array) changed(each, words);
        return node;
    }

    String write(PendingRequests asked) {
        return ASKED.write(asked);
    }

    PendingRequests readAsked(@Nullable String text) {
        return text == null ? PendingRequests.NOTHING : ASKED.read(text);
    }

    /** Null when nothing is secret, which is the most. */
    @Nullable
    String write(Confidentiality shield) {
        return shield.equals(Confidentiality.NONE) ? null : SHIELDS.write(shield);
    }

    Confidentiality readShield(@Nullable String text) {
        return text == null ? Confidentiality.NONE : SHIELDS.read(text);
    }

    /** A list has no place for a version: a later version will be an object. */
    String write(List<Contribution> parts) {
        return json.writeValueAsString(parts);
    }

    List<Contribution> readParts(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(json.readValue(text, Contribution[].class));
    }

    String write(Report report) {
        return REPORTS.write(report);
    }

    @Nullable
    Report readReport(@Nullable String text) {
        return text == null ? null : REPORTS.read(text);
    }
}
