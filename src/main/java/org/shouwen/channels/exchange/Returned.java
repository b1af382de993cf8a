package org.shouwen.channels.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.channels.exchange.ExchangedMatter.Direction;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The dispatcher's acts on what partners returned and on what they would not have (Art. 2, 18). */
@Service
@Transactional
@Basis({Clause.A2, Clause.A18_1})
public class Returned {
    private final ToldStore told;
    private final MatterStore matters;
    private final OutgoingStore outgoing;
    private final PartnerStore states;
    private final Partners partners;
    private final OwedAnswers answers;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Returned(
            ToldStore told,
            MatterStore matters,
            OutgoingStore outgoing,
            PartnerStore states,
            Partners partners,
            OwedAnswers answers,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.told = told;
        this.matters = matters;
        this.outgoing = outgoing;
        this.states = states;
        this.partners = partners;
        this.answers = answers;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A dispatcher has dealt with what a partner returned.
     *
     * @param words what was done; where the partner sent our result back these words may go as the next result
     * @param answer whether they go
     */
    public void settle(UUID id, @Nullable String words, boolean answer, CurrentUser by) {
        ToldStore.Waiting w =
                told.find(id, ConflictOfInterest.name(by)).orElseThrow(() -> new NotFound("exchange", id.toString()));
        String said = PersonalDataDetector.mask(Text.required("words", words, 1000), Identity.UNNAMED);
        Instant now = Instants.now(clock);
        if (!told.settled(id, by.name(), now)) throw new NotFound("exchange", id.toString());
        if (answer) {
            ExchangedMatter m = matters.lock(w.matter())
                    .filter(x -> x.direction() == Direction.IN && x.state() == ExchangedMatter.State.OPEN)
                    .orElseThrow(() -> new BadInput("answer", "exchange.bad.answer"));
            answers.again(m, said, now);
        }
        journal(w.matter(), "ReturnSettled", Map.of("words", said, "answered", answer), by, now);
    }

    /** What a partner would not have is sent again, or dropped. */
    public void decide(UUID id, boolean again, CurrentUser by) {
        OutgoingStore.Outgoing o = outgoing.find(id).orElseThrow(() -> new NotFound("exchange", id.toString()));
        if (!outgoing.decided(id, again ? "NEW" : "DROPPED")) throw new NotFound("exchange", id.toString());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", o.event().wire());
        body.put("turn", o.turn());
        journal(o.matter(), again ? "SentAgain" : "Dropped", body, by, Instants.now(clock));
    }

    /** After it was stopped because it failed. */
    public void resume(String code, CurrentUser by) {
        if (partners.find(code).isEmpty()) throw new NotFound("exchange", code);
        states.resume(code);
        history.append(
                Subject.of("exchange_partner", code),
                Instants.now(clock),
                by.actor(),
                "Resumed",
                json.writeValueAsString(Map.of("partner", code)));
    }

    private void journal(UUID matter, String type, Map<String, ?> body, CurrentUser by, Instant now) {
        history.append(new Subject(HandingOver.KIND, matter), now, by.actor(), type, json.writeValueAsString(body));
    }
}
