package org.shouwen.channels.boards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.inbound.InboundFormat;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Reading;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of boards' tables that could not be taken, once they were put right; they lie under the source's code. */
@Component
class BoardFormat implements InboundFormat {
    static final String SOURCE = "boards";

    private final PostStore posts;
    private final PostWords words;
    private final JsonMapper json;
    private final Path home;
    private final InstantSource clock;

    BoardFormat(
            PostStore posts,
            PostWords words,
            JsonMapper json,
            @Value("${shouwen.home:.shouwen}") Path home,
            InstantSource clock) {
        this.posts = posts;
        this.words = words;
        this.json = json;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String system(String event) {
        return BoardSource.readable(event, home).map(BoardSource::shown).orElse(event);
    }

    @Override
    public String channel() {
        return "people-net";
    }

    @Override
    public boolean fields() {
        return true;
    }

    @Override
    public Identity sender(String typed) {
        return new Identity("", Phone.parse("sender", typed), "", "", "");
    }

    @Override
    public Reading read(InboundMessage m) {
        try {
            return matter(m.event(), BoardRow.of(source(m), new RowText(source(m), json).read(text(m)), now()));
        } catch (BadInput e) {
            throw new Unreadable("bad-" + e.fields().getFirst().field());
        } catch (JacksonException e) {
            throw new Unreadable("unreadable");
        }
    }

    /** As much of the row as can be read: what was said, and of the person what is well written. */
    @Override
    public Optional<Reading> inDanger(InboundMessage m) {
        return BoardRow.anyhow(source(m), new RowText(source(m), json).anyhow(text(m)))
                .map(row -> matter(m.event(), row));
    }

    private Reading matter(String code, BoardRow row) {
        return new Reading.Matter(row.appeal(), receipt -> posts.add(List.of(words.post(code, row, receipt, now()))));
    }

    private BoardSource source(InboundMessage m) {
        try {
            return BoardSource.of(m.event(), home).orElseThrow(() -> new Unreadable("no-partner"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InboundMessage m) {
        return new String(m.raw(), StandardCharsets.UTF_8);
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
