package org.shouwen.channels.sms;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One message of CMPP as it goes over the wire: total length, command and sequence, four octets each, then the body.
 *
 * @param command one of the constants; an answer has the highest bit set
 */
@SuppressWarnings("ArrayRecordComponent") // from the wire to its reader; never compared
record CmppFrame(int command, int sequence, byte[] body) {
    static final int CONNECT = 1;
    static final int TERMINATE = 2;
    static final int SUBMIT = 4;
    static final int DELIVER = 5;
    static final int ACTIVE_TEST = 8;
    private static final int ANSWER = 0x80000000;
    private static final int HEADER = 12;

    /** More than any message of either edition; a longer one is none. */
    private static final int MOST = 8192;

    boolean isAnswer() {
        return (command & ANSWER) != 0;
    }

    /** The command that this one answers. */
    int asked() {
        return command & ~ANSWER;
    }

    CmppFrame answer(byte[] with) {
        return new CmppFrame(command | ANSWER, sequence, with);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(HEADER + body.length)
                .putInt(command)
                .putInt(sequence)
                .put(body)
                .array();
    }

    /**
     * The rest of a frame.
     *
     * @param first its first octet, which was awaited
     * @throws IOException when it ends within, or its length is none
     */
    static CmppFrame read(int first, DataInputStream in) throws IOException {
        int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (length < HEADER || length > MOST) throw new IOException("a frame of " + length + " octets");
        int command = in.readInt();
        int sequence = in.readInt();
        byte[] body = new byte[length - HEADER];
        in.readFully(body);
        return new CmppFrame(command, sequence, body);
    }

    @Override
    public String toString() {
        return "CmppFrame[%08x, %d, %d octets]".formatted(command, sequence, body.length);
    }
}
