package org.shouwen.channels.sms;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a gateway brings over CMPP: a person's message, or a report of one of ours. Pure. */
sealed interface CmppDeliver {
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The gateway's id, eight octets in hexadecimal. */
    String id();

    /**
     * @param to our number, with the digits behind it
     * @param coding 0 ASCII, 8 UCS-2, 15 GB 18030
     * @param header whether the user data begins with a header that tells the part
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the store; never compared
    record Message(String id, String from, String to, int coding, boolean header, byte[] data) implements CmppDeliver {}

    /**
     * @param of id of the part that it reports
     * @param word such as {@code DELIVRD}
     * @param at by the gateway's clock, to the minute; null when it tells none
     */
    record Report(
            String id, String of, String word, @Nullable Instant at) implements CmppDeliver {}

    /** @return empty when the octets are neither */
    static Optional<CmppDeliver> of(byte[] body, CmppVersion version) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            String id = CmppSubmit.id(in.getLong());
            String to = text(in, 21);
            text(in, 10);
            in.get();
            boolean header = in.get() == 1;
            int coding = in.get() & 0xFF;
            String from = text(in, version.terminal);
            if (version == CmppVersion.V3) in.get();
            boolean report = in.get() == 1;
            byte[] data = new byte[in.get() & 0xFF];
            in.get(data);
            return Optional.of(
                    report ? report(id, ByteBuffer.wrap(data)) : new Message(id, from, to, coding, header, data));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Report report(String id, ByteBuffer in) {
        String of = CmppSubmit.id(in.getLong());
        String word = text(in, 7);
        text(in, 10);
        return new Report(id, of, word, minute(text(in, 10)));
    }

    private static @Nullable Instant minute(String digits) {
        try {
            return LocalDateTime.parse(digits, DateTimeFormatter.ofPattern("yyMMddHHmm"))
                    .atZone(ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(ByteBuffer in, int length) {
        byte[] octets = new byte[length];
        in.get(octets);
        int end = 0;
        while (end < length && octets[end] != 0) end++;
        return new String(octets, 0, end, StandardCharsets.ISO_8859_1).strip();
    }
}
