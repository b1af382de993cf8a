package org.shouwen.channels.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import org.shouwen.appeal.Receipt;
import org.shouwen.channels.exchange.ExchangedMatter.Direction;
import org.shouwen.channels.exchange.ExchangedMatter.State;
import org.shouwen.handover.PetitionAnswers;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/** Does what a partner's message asks for, in the transaction that notes that it is done (Art. 2, 18). */
@Component
@Basis({Clause.A2, Clause.A18_1})
class ExchangeActs {
    private static final int WORDS = 4000;

    private final MatterStore matters;
    private final ToldStore told;
    private final PetitionAnswers petitions;
    private final Partners partners;
    private final InstantSource clock;

    ExchangeActs(
            MatterStore matters, ToldStore told, PetitionAnswers petitions, Partners partners, InstantSource clock) {
        this.matters = matters;
        this.told = told;
        this.petitions = petitions;
        this.partners = partners;
        this.clock = clock;
    }

    /** A handover has become an appeal. */
    void opened(String partner, ExchangeMessage m, Receipt receipt) {
        Instant now = Instants.now(clock);
        matters.add(new ExchangedMatter(
                UuidCreator.getTimeOrderedEpoch(),
                partner,
                Direction.IN,
                m.matter(),
                receipt.number(),
                receipt.id(),
                null,
                m.moment(),
                now,
                State.OPEN,
                now,
                0));
    }

    /**
     * A result, a return or a call-back.
     *
     * @return the appeal's number
     * @throws BadInput naming {@code id} when there is no such matter, {@code event} when it does not fit, or a field
     */
    String told(String partner, ExchangeEvent event, ExchangeMessage m) {
        ExchangedMatter matter = matters.lock(partner, Direction.OUT, m.matter())
                .or(() -> matters.lock(partner, Direction.IN, m.matter()))
                .orElseThrow(() -> new BadInput("id", "exchange.bad.id"));
        if (event == ExchangeEvent.RESULT && matter.direction() == Direction.IN)
            throw new BadInput("event", "exchange.bad.event");
        String words = words(event, m);
        Boolean satisfied = event == ExchangeEvent.CALL_BACK ? satisfied(m) : null;
        boolean waits = event == ExchangeEvent.RETURN || Boolean.FALSE.equals(satisfied);
        Instant now = Instants.now(clock);
        boolean fresh = told.add(matter, event, m.times(), m.writtenAt(), now, satisfied, words, waits);
        if (fresh) follow(matter, event, words, partner, now);
        return String.valueOf(matter.number());
    }

    private void follow(ExchangedMatter matter, ExchangeEvent event, String words, String partner, Instant now) {
        switch (event) {
            case RESULT -> {
                matters.answered(matter.id(), State.ANSWERED, matter.turn() + 1);
                String handover = matter.handover();
                if (handover != null) petitions.answered(handover, words, name(partner));
            }
            case RETURN -> {
                // what we handed over is ours again; what was handed to us is to be answered anew
                if (matter.direction() == Direction.OUT)
                    matters.answered(matter.id(), State.RETURNED, matter.turn() + 1);
                else matters.reopened(matter.id(), now);
            }
            case CALL_BACK, HANDOVER -> {
                // only told
            }
        }
    }

    private String name(String partner) {
        return partners.find(partner).map(Partner::name).orElse(partner);
    }

    /** Without what leads to a person: it is read by dispatchers (Art. 21). */
    private static String words(ExchangeEvent event, ExchangeMessage m) {
        String text = Text.optional("text", m.text(), WORDS);
        if (text.isEmpty() && event != ExchangeEvent.CALL_BACK) throw new BadInput("text", "problems.field.missing");
        String unit = Text.optional("unit", m.unit(), 100);
        String masked = PersonalDataDetector.mask(text, Identity.UNNAMED);
        return unit.isEmpty() ? masked : unit + "：" + masked;
    }

    private static boolean satisfied(ExchangeMessage m) {
        Boolean said = m.satisfied();
        if (said == null) throw new BadInput("satisfied", "problems.field.missing");
        return said;
    }
}
