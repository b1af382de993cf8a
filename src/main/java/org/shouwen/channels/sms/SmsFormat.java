package org.shouwen.channels.sms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.inbound.InboundFormat;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Reading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A short message: a JSON object or a form ({@code a=b&c=d}, UTF-8) with {@code from}, {@code to} and {@code text}. The digits of
 * {@code to} behind our own number are the appeal's that it answers.
 */
@Component
public class SmsFormat implements InboundFormat {
    public static final String SOURCE = "sms";

    private final JsonMapper json;
    private final String number;

    /** @param number to which people send, such as 10690012345; empty: no digits behind it are read */
    SmsFormat(JsonMapper json, @Value("${shouwen.sms.number:}") String number) {
        this.json = json;
        this.number = number.strip();
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String channel() {
        return "sms";
    }

    @Override
    public Reading read(InboundMessage message) {
        if (!message.event().equals(InboundMessage.MESSAGE)) throw new Unreadable("report");
        Map<String, String> fields = SmsFields.of(utf8(message.raw()), json);
        String from = fields.getOrDefault("from", "").strip();
        if (from.isEmpty()) throw new Unreadable("no-sender");
        int ordinal = ordinal(fields.getOrDefault("to", ""));
        if (fields.containsKey("hex")) return coded(sender(from), fields, ordinal);
        String text = fields.getOrDefault("text", "").strip();
        if (text.isEmpty()) throw new Unreadable("no-text");
        return Reading.Said.words(sender(from), text, ordinal);
    }

    /** As an operator's protocol brings it: bytes with their coding, maybe a part of a longer one. */
    private static Reading coded(Identity sender, Map<String, String> fields, int ordinal) {
        CodedText coded = CodedText.of(
                fields.getOrDefault("coding", ""), fields.getOrDefault("hex", ""), fields.containsKey("udh"));
        if (coded.total() > 1)
            return new Reading.Part(sender, coded.reference(), coded.index(), coded.total(), coded.text(), ordinal);
        if (coded.text().isBlank()) throw new Unreadable("no-text");
        return Reading.Said.words(sender, coded.text().strip(), ordinal);
    }

    @Override
    public Identity sender(String typed) {
        return new Identity("", Phone.parse("sender", typed), "", "", "");
    }

    /** 0 where there are no digits of an appeal. */
    private int ordinal(String to) {
        String digits = to.replaceAll("\\D", "");
        if (number.isEmpty() || !digits.startsWith(number)) return 0;
        String behind = digits.substring(number.length());
        return behind.matches("\\d{1,2}") ? Integer.parseInt(behind) : 0;
    }

    static String utf8(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("charset");
        }
    }
}
