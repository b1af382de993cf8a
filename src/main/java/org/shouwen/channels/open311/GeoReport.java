package org.shouwen.channels.open311;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.open311.Service.Attribute;
import org.shouwen.coordinates.Datum;
import org.shouwen.coordinates.Position;
import org.shouwen.regulation.Pure;

/** The specification's records by the names of their fields, from which {@link GeoReportXml} and JSON are written. */
@Pure
final class GeoReport {
    static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private GeoReport() {}

    static Map<String, @Nullable Object> discovery(String url, String contact, Instant changed) {
        Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", SPECIFICATION);
        endpoint.put("url", url);
        endpoint.put("changeset", time(changed));
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("text/xml", "application/json"));
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("changeset", time(changed));
        all.put("contact", contact);
        all.put("key_service", contact);
        all.put("endpoints", List.of(endpoint));
        return all;
    }

    static Map<String, @Nullable Object> service(Service s) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("service_code", s.code());
        row.put("service_name", s.name());
        row.put("description", orNull(s.description()));
        row.put("metadata", !s.attributes().isEmpty());
        row.put("type", s.type().name().toLowerCase(java.util.Locale.ROOT));
        row.put("keywords", orNull(String.join(",", s.keywords())));
        row.put("group", orNull(s.group()));
        return row;
    }

    static Map<String, @Nullable Object> definition(Service s) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("service_code", s.code());
        List<Map<String, @Nullable Object>> attributes = new java.util.ArrayList<>();
        for (Attribute a : s.attributes()) attributes.add(attribute(a, attributes.size() + 1));
        all.put("attributes", attributes);
        return all;
    }

    private static Map<String, @Nullable Object> attribute(Attribute a, int order) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("variable", a.variable());
        row.put("code", a.code());
        row.put("datatype", a.datatype().name().toLowerCase(java.util.Locale.ROOT));
        row.put("required", a.required());
        row.put("datatype_description", orNull(a.help()));
        row.put("order", order);
        row.put("description", a.description());
        if (a.datatype().list())
            row.put("values", a.values().stream().map(GeoReport::value).toList());
        return row;
    }

    private static Map<String, String> value(Service.Value v) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("key", v.key());
        row.put("name", v.name());
        return row;
    }

    /**
     * @param placeName by the code of a place
     * @param notes by the code of what became of it
     */
    static Map<String, @Nullable Object> request(
            PublicRequest r, Service s, Function<String, Optional<String>> placeName, Function<String, String> notes) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Position shown = shown(r.position(), s);
        boolean where = s.place() != Service.PublicPlace.NONE && r.place() != null;
        row.put("service_request_id", r.id());
        row.put("status", r.open() ? "open" : "closed");
        row.put("status_notes", orNull(notes.apply(r.outcome())));
        row.put("service_name", s.name());
        row.put("service_code", s.code());
        row.put("description", null);
        row.put("agency_responsible", s.agency() ? orNull(r.agency()) : null);
        row.put("service_notice", null);
        row.put("requested_datetime", time(r.requestedAt()));
        row.put("updated_datetime", time(r.updatedAt()));
        row.put("expected_datetime", r.expectedAt() == null ? null : time(r.expectedAt()));
        row.put("address", where ? placeName.apply(r.place()).orElse(null) : null);
        row.put("address_id", where ? r.place() : null);
        row.put("zipcode", null);
        row.put("lat", shown == null ? null : shown.latitude());
        row.put("long", shown == null ? null : shown.longitude());
        row.put("media_url", null);
        return row;
    }

    private static @Nullable Position shown(@Nullable Position posted, Service s) {
        if (posted == null) return null;
        return switch (s.place()) {
            case EXACT -> posted.in(Datum.WGS84).rounded(6);
            case COARSE -> posted.in(Datum.WGS84).rounded(2);
            case NONE -> null;
        };
    }

    static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE).toOffsetDateTime());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
