package org.shouwen.channels.sms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Who connects over CMPP: the secret itself is never sent, only its MD5 with the time (which has no year). The gateway proves with
 * another MD5 that it knows the secret too. Pure.
 */
final class CmppLogin {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int SOURCE = 6;

    private CmppLogin() {}

    /** Body of the connect message. */
    static byte[] body(String source, String secret, CmppVersion version, Instant at) {
        String stamp = STAMP.format(at);
        return ByteBuffer.allocate(27)
                .put(padded(source, SOURCE))
                .put(digest(ascii(source), new byte[9], ascii(secret), ascii(stamp)))
                .put((byte) version.code)
                .putInt(Integer.parseInt(stamp))
                .array();
    }

    /** @return 0 taken; 1 structure, 2 source, 3 secret, 4 version, 5 other */
    static int status(byte[] answer) {
        // one octet by the paper of 2.0, four by that of 3.0; gateways of either kind answer in the other's way
        int octets = answer.length - 17;
        if (octets != 1 && octets != 4) return 1;
        return octets == 4 ? ByteBuffer.wrap(answer).getInt() : answer[0] & 0xFF;
    }

    /**
     * Whether the gateway that let us in knows our secret: MD5 of the status, of our own proof and of the secret. By the papers the
     * status has one octet in 2.0 and four in 3.0; gateways of either kind work it out in the other's way.
     *
     * @param login the body that asked
     * @param answer the body that let us in, of status 0
     */
    static boolean proved(byte[] login, byte[] answer, String secret) {
        int from = answer.length - 17;
        if (from != 1 && from != 4) return false;
        byte[] proof = Arrays.copyOfRange(answer, from, from + 16);
        byte[] ours = Arrays.copyOfRange(login, SOURCE, SOURCE + 16);
        return MessageDigest.isEqual(proof, digest(new byte[1], ours, ascii(secret)))
                || MessageDigest.isEqual(proof, digest(new byte[4], ours, ascii(secret)));
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5"); // what the protocol asks for
            for (byte[] part : parts) md5.update(part);
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Octets of a field of fixed length, filled with zeros; what is longer is cut. */
    static byte[] padded(String text, int length) {
        return Arrays.copyOf(ascii(text), length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
