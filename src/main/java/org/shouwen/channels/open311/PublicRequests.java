package org.shouwen.channels.open311;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The door for reading what is published, as the specification's records. */
@Component
public class PublicRequests {
    private final ServiceStore services;
    private final RequestStore requests;
    private final Directory directory;
    private final MessageSource messages;
    private final InstantSource clock;
    private final String contact;

    PublicRequests(
            ServiceStore services,
            RequestStore requests,
            Directory directory,
            MessageSource messages,
            InstantSource clock,
            @Value("${shouwen.open311.contact:12345}") String contact) {
        this.services = services;
        this.requests = requests;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
        this.contact = contact;
    }

    public Map<String, @Nullable Object> discovery(String url) {
        return GeoReport.discovery(url, contact, services.changed().orElse(Instant.parse("2026-01-01T00:00:00Z")));
    }

    public List<Map<String, @Nullable Object>> services() {
        return services.all().stream().map(GeoReport::service).toList();
    }

    /** @throws Problem.Found when there is none of this code, or nothing is asked for it */
    public Map<String, @Nullable Object> definition(String code) {
        return services.find(code)
                .filter(s -> !s.attributes().isEmpty())
                .map(GeoReport::definition)
                .orElseThrow(() -> new Problem.Found(Problem.unknown("service_code")));
    }

    /** @param sent the parameter of a name; null when there is none */
    public List<Map<String, @Nullable Object>> requests(Function<String, @Nullable String> sent) {
        return shown(requests.listed(RequestFilter.of(sent, clock.instant())));
    }

    /** @throws Problem.Found when nothing of this id is public */
    public List<Map<String, @Nullable Object>> request(String id) {
        if (!id.matches("[A-Za-z0-9-]{1,60}")) throw new Problem.Found(Problem.unknown("service_request_id"));
        var found = requests(name -> name.equals("service_request_id") ? id : null);
        if (found.isEmpty()) throw new Problem.Found(Problem.unknown("service_request_id"));
        return found;
    }

    /** @throws Problem.Found while the token has no request yet, and when there is no such token */
    public List<Map<String, @Nullable Object>> token(String token) {
        PublicRequest r = requests.ofToken(token)
                .filter(PublicRequest::listed)
                .orElseThrow(() -> new Problem.Found(Problem.unknown("token")));
        Map<String, @Nullable Object> row = new java.util.LinkedHashMap<>();
        row.put("service_request_id", r.id());
        row.put("token", token);
        return List.of(row);
    }

    private List<Map<String, @Nullable Object>> shown(List<PublicRequest> found) {
        Map<String, Service> known = new HashMap<>();
        services.all().forEach(s -> known.put(s.code(), s));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (PublicRequest r : found) {
            Service s = known.get(r.service());
            if (s != null)
                rows.add(GeoReport.request(r, s, code -> directory.place(code).map(Place::fullName), this::notes));
        }
        return rows;
    }

    private String notes(String outcome) {
        String key = "open311.notes." + (outcome.isEmpty() ? "waiting" : outcome);
        return String.valueOf(messages.getMessage(key, null, "", Locale.CHINA));
    }
}
