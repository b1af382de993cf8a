package org.shouwen.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 查看台账: every look at an identity, in the appellant's own chain of the history, and what came out when somebody was
 * asked about an unusual one (Art. 21). Shows identities to nobody.
 */
@Service
@Basis(Clause.A21)
public class DisclosureLog {
    static final String LOOKED = "Looked";
    private static final String CHECKED = "LookChecked";

    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Vault vault;

    DisclosureLog(History history, JsonMapper json, InstantSource clock, Vault vault) {
        this.vault = vault;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** What the person who looked said about it, as the security officer wrote it down. */
    public record Checked(Instant at, Actor by, String words) {}

    /**
     * A look at an identity: who, for which unit, when, from which network address, and the reason that was given.
     *
     * @param seq its place in the appellant's chain
     * @param checked null while nobody has asked about it
     */
    public record Look(
            UUID appellant,
            long seq,
            Instant at,
            Actor by,
            String from,
            String why,
            @Nullable Checked checked) {}

    private record Place(UUID appellant, long seq) {}

    /** Everyone who has looked at this appellant's identity, first to last. */
    @Transactional(readOnly = true)
    public List<Look> of(UUID appellant) {
        return looks(history.of(new Subject(Vault.KIND, appellant)));
    }

    /** All looks since a moment, newest first: for whoever watches over them. */
    @Transactional(readOnly = true)
    public List<Look> since(Instant since, int most) {
        return looks(history.ofKind(Vault.KIND, since, most));
    }

    /**
     * The person who looked was asked, and this came out. It joins the chain; the look itself stays as it was.
     *
     * @param words what was said; must be given
     * @throws NotFound when there is no such look
     * @throws BadInput when it was the officer's own, or has been checked already
     */
    @Transactional
    public void check(UUID appellant, long seq, @Nullable String words, CurrentUser by) {
        String said = Text.required("words", words, 500);
        Look look = of(appellant).stream()
                .filter(l -> l.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new NotFound("look", appellant + "/" + seq));
        if (by.account().equals(look.by().account())) throw new BadInput("words", "identity.looks.bad.own");
        if (look.checked() != null) throw new BadInput("words", "identity.looks.bad.checked");
        history.append(
                new Subject(Vault.KIND, appellant),
                clock.instant(),
                by.actor(),
                CHECKED,
                json.writeValueAsString(
                        Map.of("look", seq, "words", vault.unnamed(appellant).apply(said))));
    }

    private List<Look> looks(List<Recorded> entries) {
        Map<Place, Checked> checked = new HashMap<>();
        for (Recorded r : entries)
            if (r.type().equals(CHECKED)) {
                JsonNode body = json.readTree(r.body());
                checked.put(
                        new Place(r.subject().id(), body.path("look").asLong()),
                        new Checked(r.at(), r.by(), body.path("words").asString("")));
            }
        return entries.stream()
                .filter(r -> r.type().equals(LOOKED))
                .map(r -> look(r, checked.get(new Place(r.subject().id(), r.seq()))))
                .toList();
    }

    private Look look(Recorded r, @Nullable Checked checked) {
        JsonNode body = json.readTree(r.body());
        return new Look(
                r.subject().id(),
                r.seq(),
                r.at(),
                r.by(),
                body.path("from").asString(""),
                body.path("why").asString(""),
                checked);
    }
}
