package org.shouwen.channels.sms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.shouwen.inbound.InboundFormat;

/**
 * The user data of a short message (3GPP TS 23.040): maybe a header that tells which part of a longer one it is, then the text in
 * its coding. Pure.
 *
 * @param reference the same for all parts of a message; empty for a whole one
 * @param index from 1
 */
record CodedText(String reference, int index, int total, String text) {
    private static final Charset CHINESE = Charset.forName("GB18030");

    /**
     * @param coding data coding as a decimal number: 0, 1 and 3 one byte a character, 8 UCS-2, 15 GB 18030 (CMPP)
     * @param hex of the user data
     * @param header whether it begins with a header
     * @throws InboundFormat.Unreadable when the coding is none of text, or the bytes are none of it
     */
    static CodedText of(String coding, String hex, boolean header) {
        byte[] all = bytes(hex);
        int from = header && all.length > 0 ? 1 + (all[0] & 0xFF) : 0;
        if (from > all.length) throw new InboundFormat.Unreadable("unreadable");
        String text = text(coding, all, from);
        for (int i = 1; header && i + 1 < from; i += 2 + (all[i + 1] & 0xFF)) {
            int length = all[i + 1] & 0xFF;
            if (i + 2 + length > from) break;
            boolean wide = all[i] == 8 && length == 4;
            if (!wide && !(all[i] == 0 && length == 3)) continue;
            int at = i + 2 + (wide ? 2 : 1);
            int total = all[at] & 0xFF;
            int index = all[at + 1] & 0xFF;
            if (total > 1 && index >= 1 && index <= total)
                return new CodedText(HexFormat.of().formatHex(all, i + 2, at), index, total, text);
        }
        return new CodedText("", 1, 1, text);
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new InboundFormat.Unreadable("unreadable");
        }
    }

    private static String text(String coding, byte[] all, int from) {
        Charset charset = switch (coding) {
            case "0", "1", "3" -> StandardCharsets.ISO_8859_1;
            case "8" -> StandardCharsets.UTF_16BE;
            case "15" -> CHINESE;
            default -> throw new InboundFormat.Unreadable("charset");
        };
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(all, from, all.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InboundFormat.Unreadable("charset");
        }
    }
}
