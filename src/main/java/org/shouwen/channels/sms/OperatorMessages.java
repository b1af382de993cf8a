package org.shouwen.channels.sms;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.notification.Carrier;
import org.shouwen.notification.DeliveryReports;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What an operator's protocol brings: a person's message, or a report of one of ours. An answer means: it is on disk. */
@Component
class OperatorMessages {
    /** A message without an id of its own that comes again so soon after is the same. */
    private static final Duration SAME = Duration.ofMinutes(10);

    private final Inbox inbox;
    private final DeliveryReports reports;
    private final JsonMapper json;
    private final InstantSource clock;

    OperatorMessages(Inbox inbox, DeliveryReports reports, JsonMapper json, InstantSource clock) {
        this.inbox = inbox;
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param id the operator's; empty where the protocol gives none
     * @param coding data coding of the text
     * @param header whether the user data begins with a header
     */
    void message(String id, String from, String to, int coding, boolean header, byte[] data) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", from);
        fields.put("to", to);
        fields.put("coding", Integer.toString(coding));
        fields.put("hex", HexFormat.of().formatHex(data));
        if (header) fields.put("udh", "1");
        String key = id;
        if (id.isEmpty()) {
            Instant now = clock.instant();
            String words = String.join("\n", from, to, fields.get("hex"));
            if (inbox.tookSince(SmsFormat.SOURCE, named(words, now.minus(SAME)), now.minus(SAME))) return;
            key = named(words, now);
        }
        inbox.take(new InboundMessage(
                SmsFormat.SOURCE, key, null, json.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8)));
    }

    private static String named(String words, Instant at) {
        return words + "\n" + at.getEpochSecond() / SAME.toSeconds();
    }

    /** What is neither a message nor a report lies among the rejects. */
    void unreadable(byte[] octets) {
        inbox.reject(
                new InboundMessage(SmsFormat.SOURCE, HexFormat.of().formatHex(octets), null, octets), "unreadable");
    }

    /** A word that is none of a report lies among the rejects. */
    void report(String id, String word, @Nullable Instant at) {
        DeliveryStatus status = DeliveryStatus.of(word).orElse(null);
        if (status == null || id.isEmpty())
            inbox.reject(
                    new InboundMessage(
                            SmsFormat.SOURCE,
                            id + " " + word,
                            "report",
                            at,
                            (id + " " + word).getBytes(StandardCharsets.UTF_8)),
                    "report");
        else if (status != DeliveryStatus.UNDERWAY)
            reports.reported(Carrier.Way.SMS, id, status == DeliveryStatus.DELIVERED, word, at);
    }
}
