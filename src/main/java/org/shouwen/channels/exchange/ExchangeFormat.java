package org.shouwen.channels.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.inbound.InboundFormat;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Reading;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a partner's message: a handover becomes an appeal, whose person goes to the vault and nowhere else (Art. 21);
 * everything else is told of a matter that is there. Messages lie under the event {@code PARTNER/EVENT}.
 */
@Component
class ExchangeFormat implements InboundFormat {
    static final String SOURCE = "exchange";
    private static final Duration OLDEST = Duration.ofDays(3650);

    private final Partners partners;
    private final ExchangeActs acts;
    private final JsonMapper json;
    private final InstantSource clock;

    ExchangeFormat(Partners partners, ExchangeActs acts, JsonMapper json, InstantSource clock) {
        this.partners = partners;
        this.acts = acts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String system(String event) {
        return partners.name(event.replaceFirst("/.*", ""));
    }

    @Override
    public String channel() {
        return "web";
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
    public Reading read(InboundMessage received) {
        String code = received.event().replaceFirst("/.*", "");
        Partner partner = partners.find(code).orElseThrow(() -> new Unreadable("no-partner"));
        try {
            ExchangeMessage m =
                    json.readValue(received.raw(), ExchangeMessage.class).checked();
            ExchangeEvent event = m.what();
            if (!partner.sends().contains(event.wire())) throw new BadInput("event", "exchange.bad.event");
            if (event != ExchangeEvent.HANDOVER) return new Reading.Told(() -> acts.told(code, event, m));
            return new Reading.Matter(
                    appeal(partner, m, written(received.sourceAt())), receipt -> acts.opened(code, m, receipt));
        } catch (BadInput e) {
            throw new Unreadable("bad-" + e.fields().getFirst().field());
        } catch (JacksonException e) {
            throw new Unreadable("unreadable");
        }
    }

    /** A handover of which something can not be read: what was said, and of the person what is well written. */
    @Override
    public Optional<Reading> inDanger(InboundMessage received) {
        String code = received.event().replaceFirst("/.*", "");
        ExchangeMessage m = json.readValue(received.raw(), ExchangeMessage.class);
        Partner partner = partners.find(code).orElse(null);
        String text = Text.clean(m.text());
        if (partner == null || text.isEmpty() || m.what() != ExchangeEvent.HANDOVER) return Optional.empty();
        ExchangeMessage.Person p = m.person();
        Identity who = p == null ? Identity.UNNAMED : Identity.readable(p.name(), p.phone(), p.address());
        String kind = partner.kind(Text.clean(m.kind()));
        NewAppeal appeal = new NewAppeal(
                partner.channel(),
                m.matter(),
                kind == null ? partner.otherwise() : kind,
                null,
                null,
                Text.head(Text.clean(m.location()), 200),
                "",
                Text.head(Text.clean(m.title()), 100),
                Text.head(text, NewAppeal.CONTENT),
                "",
                false,
                Boolean.TRUE.equals(m.secret()),
                who,
                null,
                note(partner, m) + "报文不能完全读出。");
        return Optional.of(new Reading.Matter(appeal, receipt -> acts.opened(code, m, receipt)));
    }

    private static String note(Partner partner, ExchangeMessage m) {
        return "由" + partner.name() + "移交，对方编号 " + m.matter() + "。";
    }

    /** The partner's time where it can be: its clock may be hours away. */
    private @Nullable Instant written(@Nullable Instant at) {
        Instant now = clock.instant();
        return at == null || at.isAfter(now) || at.isBefore(now.minus(OLDEST)) ? null : at;
    }

    /** @throws BadInput naming the field; {@code kind} when the partner's word has no mapping */
    private static NewAppeal appeal(Partner partner, ExchangeMessage m, @Nullable Instant writtenAt) {
        String kind = partner.kind(Text.clean(m.kind()));
        if (kind == null) throw new BadInput("kind", "problems.field.unknown", Text.clean(m.kind()));
        return new NewAppeal(
                partner.channel(),
                m.matter(),
                kind,
                null,
                null,
                Text.optional("location", m.location(), 200),
                Text.optional("happenedAt", m.happenedAt(), 100),
                Text.head(Text.clean(m.title()), 100),
                Text.required("text", m.text(), NewAppeal.CONTENT),
                "",
                false,
                Boolean.TRUE.equals(m.secret()),
                m.appellant(),
                writtenAt,
                note(partner, m));
    }
}
