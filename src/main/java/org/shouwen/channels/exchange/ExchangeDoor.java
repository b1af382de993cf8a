package org.shouwen.channels.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.Sha256;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.keys.WebhookSignature;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.ErasureQuestion;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The door for partners' messages, over HTTP and out of tables: kept as they came, once for each matter, event and turn. */
@Component
@Basis({Clause.A2, Clause.A21})
public class ExchangeDoor {
    private static final String UNREADABLE = "/unreadable";

    private final Partners partners;
    private final PartnerStore states;
    private final MatterStore matters;
    private final Inbox inbox;
    private final JsonMapper json;
    private final InstantSource clock;

    ExchangeDoor(
            Partners partners,
            PartnerStore states,
            MatterStore matters,
            Inbox inbox,
            JsonMapper json,
            InstantSource clock) {
        this.partners = partners;
        this.states = states;
        this.matters = matters;
        this.inbox = inbox;
        this.json = json;
        this.clock = clock;
    }

    /** Our clock, which both sides sign by. */
    public Instant now() {
        return clock.instant();
    }

    /** How a request was signed: Standard Webhooks. */
    public record Signed(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature) {}

    /** What became of a message. */
    public enum Outcome {
        /** It is on disk. */
        TAKEN,
        /** It came before: nothing changes. */
        KNOWN,
        /** It is on disk, and nothing can be made of it until a person has put it right. */
        UNREADABLE
    }

    /** Whether somebody may come in. A partner that is none and a signature that does not fit are one. */
    public WebhookSignature.Check lets(String partner, Signed by, byte[] body) {
        Optional<Partner> p = partners.find(partner);
        if (p.isEmpty()) return WebhookSignature.Check.WRONG;
        Instant now = clock.instant();
        WebhookSignature.Check check = WebhookSignature.check(
                partners.secret(partner, p.get()), or(by.id()), or(by.timestamp()), body, or(by.signature()), now);
        if (check == WebhookSignature.Check.CLOCK_AWAY)
            states.clockAway(partner, now, Long.parseLong(or(by.timestamp())) - now.getEpochSecond());
        return check;
    }

    /** @throws org.shouwen.problems.Busy when too many wait: it has to be sent again */
    public Outcome take(String partner, byte[] body) {
        InboundMessage message = message(partner, body);
        boolean fresh = inbox.take(message); // what can not be read as well: words of danger in it go to the desk
        if (message.event().endsWith(UNREADABLE)) return Outcome.UNREADABLE;
        return fresh ? Outcome.TAKEN : Outcome.KNOWN;
    }

    /** What would become of a message; nothing changes. */
    Outcome would(String partner, byte[] body) {
        InboundMessage message = message(partner, body);
        if (message.event().endsWith(UNREADABLE)) return Outcome.UNREADABLE;
        return inbox.came(message) ? Outcome.KNOWN : Outcome.TAKEN;
    }

    private InboundMessage message(String partner, byte[] body) {
        try {
            ExchangeMessage m = json.readValue(body, ExchangeMessage.class);
            String id = m.matter() + "\n" + m.times();
            return new InboundMessage(
                    ExchangeFormat.SOURCE, id, partner + "/" + m.what().wire(), m.moment(), body);
        } catch (BadInput | JacksonException e) {
            String id = HexFormat.of().formatHex(Sha256.digest(body));
            return new InboundMessage(ExchangeFormat.SOURCE, id, partner + UNREADABLE, null, body);
        }
    }

    /**
     * Who was erased since, by the numbers that the partner knows; empty when it may not ask.
     *
     * @throws BadInput when the question goes on after what is no place of an answer
     */
    public Optional<ErasureQuestion.Page<Erased>> erased(String partner, ErasureQuestion asked, Signed by) {
        if (lets(partner, by, asked.signed()) != WebhookSignature.Check.FITS) return Optional.empty();
        After after = After.parse(asked.after());
        return Optional.of(ErasureQuestion.Page.of(
                matters.erased(partner, asked.since(), after, ErasureQuestion.MOST + 1),
                e -> new Erased(e.sourceId(), e.at()),
                e -> After.at(0, e.at(), e.id()).toString()));
    }

    /** @param id the matter's number in the system that handed it over */
    public record Erased(String id, Instant at) {}

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
