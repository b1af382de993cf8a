package org.shouwen.channels.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.inbound.InboundFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a gateway's call: a JSON object, or a form. */
public final class SmsFields {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SmsFields() {}

    /** @throws InboundFormat.Unreadable when it is neither */
    public static Map<String, String> of(String body, JsonMapper json) {
        return body.stripLeading().startsWith("{") ? object(body, json) : form(body);
    }

    private static Map<String, String> object(String body, JsonMapper json) {
        try {
            JsonNode node = json.readTree(body);
            Map<String, String> fields = new LinkedHashMap<>();
            node.properties().forEach(e -> {
                if (e.getValue().isValueNode() && !e.getValue().isNull())
                    fields.put(e.getKey(), e.getValue().asString());
            });
            return fields;
        } catch (JacksonException e) {
            throw new InboundFormat.Unreadable("unreadable");
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) fields.put(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
        }
        if (fields.isEmpty()) throw new InboundFormat.Unreadable("unreadable");
        return fields;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) { // a % without its two digits
            throw new InboundFormat.Unreadable("unreadable");
        }
    }

    /**
     * A gateway's time: seconds or milliseconds since 1970, ISO 8601 with an offset, or {@code 2026-11-23 10:00:00} in
     * Asia/Shanghai.
     *
     * @return null when it is none of these
     */
    public static @Nullable Instant time(@Nullable String written) {
        String text = written == null ? "" : written.strip();
        try {
            if (text.matches("\\d{10}")) return Instant.ofEpochSecond(Long.parseLong(text));
            if (text.matches("\\d{13}")) return Instant.ofEpochMilli(Long.parseLong(text));
            if (text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
                return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
                        .atZone(ZONE)
                        .toInstant();
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
