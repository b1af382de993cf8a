package org.shouwen.channels.boards;

import java.time.Instant;
import org.shouwen.appeal.Receipt;
import org.shouwen.channels.boards.PostStore.Post;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/** What is kept of a post's words: a digest under a key, by which other words under the same number are known. */
@Component
class PostWords {
    private final Hmac hmac;

    PostWords(Keys keys) {
        this.hmac = new Hmac(keys.key("history"));
    }

    byte[] digest(BoardRow row) {
        return hmac.of("board:" + row.appeal().title() + "\n" + row.appeal().content());
    }

    Post post(String source, BoardRow row, Receipt receipt, Instant now) {
        return new Post(source, row.id(), receipt.number(), receipt.id(), row.writtenAt(), now, digest(row), null);
    }
}
