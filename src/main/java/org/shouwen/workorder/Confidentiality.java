package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A21;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Pure;

/**
 * 身份保密 (Art. 21, ruling 14): whether a unit may know who the appellant is. Closed to every unit when the appellant
 * asks for secrecy, and to the accused, whoever stands under them and the officer who is named; only the appellant's
 * recorded permission opens it, to those who have the order then: whoever is named or gets it later needs another.
 * While it is closed to the lead unit the platform speaks to the appellant in its stead. People call units by many
 * names: as long as nobody of the platform has said which unit is meant, or none, it may be any.
 *
 * @param secret the appellant asked to be kept secret
 * @param accusedUnits the units complained about; whoever is named once stays
 * @param accused who is complained about, in words; empty when nobody is
 * @param permittedAt when the appellant allowed the unit to know them; null: not
 * @param answeredAt when the platform gave the answer in the unit's stead; null while it is owed
 * @param unclear words complain about somebody, and the platform has not said yet which unit is meant, or none
 */
@Basis(org.shouwen.regulation.Clause.A21)
@Pure
public record Confidentiality(
        boolean secret,
        List<UnitId> accusedUnits,
        String accused,
        @Nullable Instant permittedAt,
        @Nullable Instant answeredAt,
        boolean unclear) {
    public static final Confidentiality NONE = new Confidentiality(false, List.of(), "", null, null);

    public Confidentiality {
        accusedUnits = List.copyOf(accusedUnits);
    }

    /** Where it is known who is meant. */
    public Confidentiality(
            boolean secret,
            List<UnitId> accusedUnits,
            String accused,
            @Nullable Instant permittedAt,
            @Nullable Instant answeredAt) {
        this(secret, accusedUnits, accused, permittedAt, answeredAt, false);
    }

    /** Whether there is anything to be kept from a unit at all. */
    public boolean any() {
        return secret || unclear || !accusedUnits.isEmpty() || !accused.isEmpty();
    }

    /** @param above the units that the unit stands under */
    public boolean closedTo(UnitId unit, List<UnitId> above) {
        if (permittedAt != null) return false;
        return secret
                || unclear()
                || accusedUnits.contains(unit)
                || above.stream().anyMatch(accusedUnits::contains);
    }

    /** Whether somebody of this name is complained about. */
    public boolean accuses(String name) {
        return telling(name) && accused.contains(name);
    }

    /** Whether a name is long enough that it means this person where it stands in words. */
    static boolean telling(String name) {
        return name.codePointCount(0, name.length()) >= 2;
    }

    Confidentiality evolve(Event event, Instant at) {
        return switch (event) {
            case Event.Registered e ->
                new Confidentiality(e.secret(), e.accusedUnits(), e.accused(), null, null, e.unclear());
            case Event.AccusedNamed e -> named(e);
            case Event.SecrecyAsked _ -> new Confidentiality(true, accusedUnits, accused, null, answeredAt, unclear);
            case Event.Permitted _ -> new Confidentiality(secret, accusedUnits, accused, at, answeredAt, unclear);
            case Event.AnsweredForUnit _ ->
                new Confidentiality(secret, accusedUnits, accused, permittedAt, at, unclear);
            // what was answered before does not answer what is worked on anew
            case Event.SentBack _, Event.Reopened _ ->
                new Confidentiality(secret, accusedUnits, accused, permittedAt, null, unclear);
            case Event.ReturnGranted _, Event.Redispatched _ ->
                new Confidentiality(secret, accusedUnits, accused, null, null, unclear);
            case Event.Dispatched _, Event.Separated _, Event.Recalled _ ->
                new Confidentiality(secret, accusedUnits, accused, null, answeredAt, unclear);
            case Event.Forgotten _,
                    Event.Received _,
                    Event.Assigned _,
                    Event.Noted _,
                    Event.Attached _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.PartReminded _,
                    Event.PartOverdue _,
                    Event.ExtensionAsked _,
                    Event.ExtensionGranted _,
                    Event.ExtensionRefused _,
                    Event.ReturnAsked _,
                    Event.ReturnRefused _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _,
                    Event.Accepted _,
                    Event.Reclassified _,
                    Event.Reminded _,
                    Event.Rated _,
                    Event.Joined _,
                    Event.AnsweredWithLead _,
                    Event.ReceiptOverdue _,
                    Event.HandlingOverdue _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> this;
        };
    }

    private Confidentiality named(Event.AccusedNamed e) {
        List<UnitId> units = e.unit() == null || accusedUnits.contains(e.unit())
                ? accusedUnits
                : Stream.concat(accusedUnits.stream(), Stream.of(e.unit())).toList();
        String words = e.accused().isEmpty() || accused.contains(e.accused())
                ? accused
                : accused.isEmpty() ? e.accused() : accused + "；" + e.accused();
        return new Confidentiality(secret, units, words, e.noUnit() ? permittedAt : null, answeredAt, e.unclear());
    }

    /** What has to happen so that what is kept from units elsewhere is kept from them here too. */
    List<Event> taking(Confidentiality other) {
        List<Event> events = new ArrayList<>();
        if (other.secret && (!secret || permittedAt != null)) events.add(new Event.SecrecyAsked(""));
        boolean words =
                !accused.contains(other.accused) || (other.unclear && !unclear && !accused.equals(other.accused));
        boolean open = unclear || (words && other.unclear);
        for (UnitId unit : other.accusedUnits)
            if (!accusedUnits.contains(unit)) events.add(new Event.AccusedNamed(unit, "", open));
        if (words) events.add(new Event.AccusedNamed(null, other.accused, open));
        return events;
    }

    /** Who is complained about, whether or not secrecy is asked for. */
    public Confidentiality accusing() {
        return new Confidentiality(false, accusedUnits, accused, null, null, unclear);
    }

    /** For a unit to read: which units are complained about, and not in whose words. */
    Confidentiality forUnits() {
        return new Confidentiality(secret, accusedUnits, "", permittedAt, answeredAt);
    }

    /** Whoever names somebody says of which unit, or that none is meant; otherwise it stays unclear. */
    static Decision name(Command.NameAccused c, Party by, DecisionContext rules) {
        if (!by.takesAppeals()) return no(A21, "platform-names-accused");
        boolean unclear = rules.shield().unclear();
        boolean nobody = c.unit() == null && c.accused().isBlank();
        if (nobody && !(c.outside() && unclear)) return no(A21, "accused-missing");
        if (c.outside() && c.unit() != null) return no(A21, "accused-outside");
        // whom these words mean says nothing of whom others meant before
        boolean still =
                c.unit() == null && (!c.outside() || (unclear && !c.accused().isBlank()));
        return done(new Event.AccusedNamed(c.unit(), c.accused(), still));
    }

    static Decision keepSecret(Command.KeepSecret c, Party by, DecisionContext rules) {
        if (!by.takesAppeals()) return no(A21, "platform-keeps-secret");
        if (rules.shield().secret() && rules.shield().permittedAt() == null) return no(A21, "secret-already");
        return c.how().isBlank() ? no(A21, "secrecy-how") : done(new Event.SecrecyAsked(c.how()));
    }

    static Decision permit(Command.Permit c, Party by, Instant now, DecisionContext rules) {
        if (!by.takesAppeals()) return no(A21, "platform-records-permission");
        if (!rules.shield().any() || rules.shield().permittedAt() != null) return no(A21, "nothing-closed");
        if (c.permittedAt().isAfter(now)) return no(A21, "permission-in-future");
        return c.how().isBlank() ? no(A21, "permission-how") : done(new Event.Permitted(c.permittedAt(), c.how()));
    }

    /** The answer to the appellant, while the unit must not know who that is. */
    static Decision answerForUnit(Command.Contact c, Party by, Instant now) {
        if (!by.takesAppeals()) return no(A21, "identity-closed");
        if (c.contactedAt().isAfter(now)) return no(A21, "contact-in-future");
        return done(new Event.AnsweredForUnit(c.contactedAt(), c.how(), c.said()));
    }
}
