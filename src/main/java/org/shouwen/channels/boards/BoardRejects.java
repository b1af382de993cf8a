package org.shouwen.channels.boards;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import org.shouwen.blobs.Sha256;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.tables.Table;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows that could not be taken lie where whatever comes in and can not be read lies: encrypted, with the reason, danger first; put
 * right there, or taken out when a later table brings them. One for each number of the source; without a number, for each text.
 */
@Component
class BoardRejects {
    private static final String OTHERWISE = "后来的表格中已收 came with a later table";

    private final Inbox inbox;
    private final JsonMapper json;

    BoardRejects(Inbox inbox, JsonMapper json) {
        this.inbox = inbox;
        this.json = json;
    }

    /** @throws org.shouwen.problems.Busy when too many wait */
    void add(String code, BoardSource source, Table.Line line) {
        String text = new RowText(source, json).write(line);
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        String id = line.get("id");
        String digest = HexFormat.of().formatHex(Sha256.digest(raw));
        if (id.isEmpty()) inbox.take(message(code, digest, raw));
        else if (!inbox.take(message(code, id, raw)) && !inbox.holds(message(code, id, raw)))
            inbox.take(message(code, id + "\n" + digest, raw));
    }

    private static InboundMessage message(String code, String id, byte[] raw) {
        return new InboundMessage(BoardFormat.SOURCE, id, code, null, raw);
    }

    /** These numbers have been taken. */
    void taken(String code, Collection<String> ids) {
        inbox.cameOtherwise(BoardFormat.SOURCE, code, ids, OTHERWISE);
    }
}
