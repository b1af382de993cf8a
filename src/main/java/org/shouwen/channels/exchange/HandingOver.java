package org.shouwen.channels.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealContent;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.calendar.Limits;
import org.shouwen.channels.exchange.ExchangedMatter.Direction;
import org.shouwen.channels.exchange.ExchangedMatter.State;
import org.shouwen.handover.PetitionHandedOver;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector.Kind;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands a matter to a partner. Of the person goes what the partner's file allows, each time as a look on record; nothing goes
 * where secrecy was asked for or somebody is complained about (Art. 21). Words go without what leads to a person.
 */
@Service
@Transactional
@Basis({Clause.A2, Clause.A18_1, Clause.A21})
public class HandingOver {
    static final String KIND = "exchange_matter";

    private final Partners partners;
    private final MatterStore matters;
    private final OutgoingStore outgoing;
    private final AppealVisibility appeals;
    private final Vault vault;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    HandingOver(
            Partners partners,
            MatterStore matters,
            OutgoingStore outgoing,
            AppealVisibility appeals,
            Vault vault,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.partners = partners;
        this.matters = matters;
        this.outgoing = outgoing;
        this.appeals = appeals;
        this.vault = vault;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param number of the appeal
     * @param from the network address of the person who hands it over
     * @throws BadInput naming {@code partner}, {@code number} or {@code reason}
     */
    public void handOver(
            @Nullable String partner, @Nullable String number, @Nullable String reason, String from, CurrentUser by) {
        String code = Text.required("partner", partner, 40);
        Partner to = partners.find(code)
                .filter(p -> p.takes().contains(ExchangeEvent.HANDOVER.wire()))
                .orElseThrow(() -> new BadInput("partner", "exchange.bad.partner"));
        String why = Text.required("reason", reason, 500);
        Appeal a = appeals.get(Text.required("number", number, 60), by);
        if (a.forgotten()) throw new BadInput("number", "exchange.bad.forgotten");
        hand(code, to, a, a.number(), null, why, from, by);
    }

    /** What a dispatcher hands to the petition office goes to its system by itself, where it has one (Art. 18). */
    @EventListener
    void petition(PetitionHandedOver h) {
        for (Map.Entry<String, Partner> each : partners.all().entrySet())
            if (partners.connected(each.getKey())
                    && each.getValue()
                            .petitionRecipients()
                            .contains(h.recipient().strip())) {
                Appeal a = appeals.get(h.orderNumber(), h.by());
                if (!a.forgotten())
                    hand(each.getKey(), each.getValue(), a, h.number(), h.number(), h.reason(), "", h.by());
                return;
            }
    }

    private void hand(
            String code,
            Partner to,
            Appeal a,
            String id,
            @Nullable String handover,
            String why,
            String from,
            CurrentUser by) {
        Instant now = Instants.now(clock);
        ExchangedMatter fresh = new ExchangedMatter(
                UuidCreator.getTimeOrderedEpoch(),
                code,
                Direction.OUT,
                id,
                a.number(),
                a.id(),
                handover,
                now,
                now,
                State.OPEN,
                now,
                0);
        ExchangedMatter m = fresh;
        if (!matters.add(fresh)) {
            m = matters.lock(code, Direction.OUT, id)
                    .filter(there -> there.state() != State.OPEN)
                    .orElseThrow(() -> new BadInput("number", "exchange.bad.handed"));
            matters.reopened(m.id(), now);
        }
        outgoing.add(m, ExchangeEvent.HANDOVER, m.turn() + 1, message(to, a, id, m.turn() + 1, why, from, by), now);
        history.append(
                new Subject(KIND, m.id()),
                now,
                by.actor(),
                "HandedOver",
                json.writeValueAsString(Map.of("partner", code, "number", a.number())));
    }

    private ExchangeMessage message(
            Partner to, Appeal a, String id, int turn, String why, String from, CurrentUser by) {
        AppealContent w = a.words();
        boolean withheld = w.secret() || !w.accused().isEmpty();
        Redactor scrub = vault.scrub(a.appellant());
        boolean located = !withheld && to.mayTell(ExchangeEvent.HANDOVER, "location");
        Set<Kind> kept = located ? EnumSet.of(Kind.ADDRESS) : EnumSet.noneOf(Kind.class);
        return new ExchangeMessage(
                ExchangeMessage.VERSION,
                ExchangeEvent.HANDOVER.wire(),
                id,
                turn,
                at(Instants.now(clock)),
                id.equals(a.number()) ? null : a.number(),
                withheld,
                withheld ? null : person(to, a.appellant(), id, from, by),
                w.kind(),
                scrub.of(w.title()),
                scrub.of(w.content()) + (w.wants().isEmpty() ? "" : "\n诉求：" + scrub.of(w.wants())) + "\n移交理由："
                        + scrub.of(why),
                scrub.of(w.location(), kept),
                scrub.of(w.happenedAt()),
                null,
                null,
                null,
                null,
                null);
    }

    /** Null when the partner is told nothing of the person: then nobody looks either. */
    private ExchangeMessage.@Nullable Person person(
            Partner to, UUID appellant, String id, String from, CurrentUser by) {
        boolean name = to.mayTell(ExchangeEvent.HANDOVER, "name");
        boolean phone = to.mayTell(ExchangeEvent.HANDOVER, "phone");
        boolean address = to.mayTell(ExchangeEvent.HANDOVER, "address");
        if (!name && !phone && !address) return null;
        // the person reads the reason of each look; why it was handed over is between offices
        Identity i = vault.look(appellant, by, from, "移交" + to.name() + " " + id);
        return new ExchangeMessage.Person(
                name ? i.name() : null,
                phone && i.phone() != null ? i.phone().shown() : null,
                address ? i.address() : null,
                null);
    }

    /** As messages write a moment: to the second, also the full minute (RFC 3339 asks for it), with the offset of Asia/Shanghai. */
    static String at(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(Limits.ZONE).toOffsetDateTime());
    }
}
