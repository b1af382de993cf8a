package org.shouwen.channels.sms;

import static org.shouwen.channels.sms.CmppLogin.padded;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One part of a short message to one person.
 *
 * @param source the account at the gateway (Msg_src), 6 characters
 * @param service code of the service (Service_Id), 10 characters
 * @param from our number with the digits behind it (Src_Id)
 * @param to a mobile number
 * @param index from 1
 * @param data UCS-2, with its header when there are several parts
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to the wire; never compared
record CmppSubmit(String source, String service, String from, String to, int index, int total, byte[] data) {
    private static final int UCS2 = 8;
    private static final int SOURCE_PAYS = 2;

    byte[] body(CmppVersion version) {
        boolean three = version == CmppVersion.V3;
        ByteBuffer out = ByteBuffer.allocate(512 + data.length)
                .putLong(0) // the gateway gives the id
                .put((byte) total)
                .put((byte) index)
                .put((byte) 1) // a status report is wanted
                .put((byte) 0)
                .put(padded(service, 10))
                .put((byte) SOURCE_PAYS)
                .put(new byte[version.terminal]);
        if (three) out.put((byte) 0);
        out.put((byte) 0)
                .put((byte) (total > 1 ? 1 : 0))
                .put((byte) UCS2)
                .put(padded(source, 6))
                .put(padded("01", 2)) // free of charge
                .put(padded("0", 6))
                .put(new byte[17])
                .put(new byte[17])
                .put(padded(from, 21))
                .put((byte) 1)
                .put(padded(to, version.terminal));
        if (three) out.put((byte) 0);
        out.put((byte) data.length).put(data).put(new byte[version.tail]);
        byte[] body = new byte[out.position()];
        out.flip().get(body);
        return body;
    }

    /**
     * @param id of the part, as reports name it
     * @param result 0 taken, 8 too many at once, else refused
     */
    record Answer(String id, long result) {}

    /** @return null when the octets are no answer */
    static @Nullable Answer answer(byte[] body) {
        // gateways of either edition are met that answer with the other's length
        if (body.length != 9 && body.length != 12) return null;
        ByteBuffer in = ByteBuffer.wrap(body);
        return new Answer(id(in.getLong()), body.length == 9 ? in.get() & 0xFF : Integer.toUnsignedLong(in.getInt()));
    }

    static String id(long octets) {
        return "%016x".formatted(octets);
    }
}
