package org.shouwen.channels.sms;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * What a message centre says became of one of our messages (SMPP 3.4, 5.3.2.12, 5.3.2.35 and appendix B, by which the words of a
 * receipt are each centre's own).
 *
 * @param id of the message as the centre gave it; empty when it is not said
 * @param word of the state, as {@link DeliveryStatus} reads it; empty when it is not said
 * @param at when it became so; null when it is not said or no time
 */
record Receipt(String id, String word, @Nullable Instant at) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern ID = Pattern.compile("(?i)\\bid:([^\\s]{1,65})");
    private static final Pattern STATE = Pattern.compile("(?i)\\bstat:([^\\s]{1,20})");
    private static final Pattern DONE =
            Pattern.compile("(?i)\\bdone date:(20(?=\\d{12}\\b))?(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?\\b");

    /** States by number, in the standard's order from 0; the first and the last are of SMPP 5.0. */
    private static final List<String> STATES = List.of(
            "SCHEDULED",
            "ENROUTE",
            "DELIVERED",
            "EXPIRED",
            "DELETED",
            "UNDELIVERABLE",
            "ACCEPTED",
            "UNKNOWN",
            "REJECTED",
            "SKIPPED");

    /** The centre's parameters name the message surely; of the state its words tell more. */
    static Receipt of(DeliverSm sm) {
        String said = new String(data(sm), StandardCharsets.ISO_8859_1);
        String words = said.replaceFirst("(?is)\\btext:.*", ""); // what follows is ours
        OptionalParameter named = sm.getOptionalParameter(OptionalParameter.Tag.RECEIPTED_MESSAGE_ID);
        OptionalParameter state = sm.getOptionalParameter(OptionalParameter.Tag.MESSAGE_STATE);
        String id = named instanceof OptionalParameter.OctetString o
                ? o.getValueAsString().replace("\0", "").strip()
                : "";
        String word = first(STATE, words);
        if (word.isEmpty() && state instanceof OptionalParameter.Byte b && b.getValue() >= 0)
            word = b.getValue() < STATES.size() ? STATES.get(b.getValue()) : "";
        return new Receipt(id.isEmpty() ? first(ID, words) : id, word, done(words));
    }

    /** A text of more than 254 bytes comes beside. */
    static byte[] data(DeliverSm sm) {
        OptionalParameter payload = sm.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD);
        byte[] data = payload instanceof OptionalParameter.OctetString o ? o.getValue() : sm.getShortMessage();
        return data == null ? new byte[0] : data;
    }

    private static String first(Pattern pattern, String words) {
        Matcher m = pattern.matcher(words);
        return m.find() ? m.group(1) : "";
    }

    /** YYMMDDhhmm, with seconds or without, with the century or without, in China's time. */
    private static @Nullable Instant done(String words) {
        Matcher m = DONE.matcher(words);
        if (!m.find()) return null;
        int[] n = new int[5];
        for (int i = 0; i < n.length; i++) n[i] = Integer.parseInt(m.group(i + 2));
        int second = m.group(7) == null ? 0 : Integer.parseInt(m.group(7));
        try {
            return LocalDateTime.of(2000 + n[0], n[1], n[2], n[3], n[4], second)
                    .atZone(ZONE)
                    .toInstant();
        } catch (DateTimeException e) { // 0000000000 where it is not known
            return null;
        }
    }
}
