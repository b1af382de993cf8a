package org.shouwen.confidentiality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/**
 * 身份保密 (Art. 21, ruling 14): from whom the appellant's identity is withheld. From every unit when the appellant
 * asks for secrecy, and from the accused, whoever stands under them and the officer who is named; only the appellant's
 * recorded permission opens it, to those who have the order then: whoever is named or gets it later needs another.
 * While it is withheld from the lead unit the platform speaks to the appellant in its stead. People call units by many
 * names: as long as nobody of the platform has said which unit is meant, or none, it may be any.
 *
 * @param secret the appellant asked to be kept secret
 * @param accusedUnits the units complained about; whoever is named once stays
 * @param accused who is complained about, in words; empty when nobody is
 * @param permittedAt when the appellant allowed the unit to know them; null: not
 * @param answeredAt when the platform gave the answer in the unit's stead; null while it is owed
 * @param unclear words complain about somebody, and the platform has not said yet which unit is meant, or none
 */
@Basis(Clause.A21)
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

    /**
     * Of an appeal that is no order: whoever is complained about may be of any unit.
     *
     * @param accused as the appellant said it; empty when nobody is complained about
     */
    public static Confidentiality asBrought(boolean secret, String accused) {
        return new Confidentiality(secret, List.of(), "", null, null, !accused.isEmpty());
    }

    /** Whether there is anything to be kept from a unit at all. */
    public boolean any() {
        return secret || unclear || !accusedUnits.isEmpty() || !accused.isEmpty();
    }

    /** @param above the units that the unit stands under */
    public boolean withheldFrom(UnitId unit, List<UnitId> above) {
        if (permittedAt != null) return false;
        return secret
                || unclear
                || accusedUnits.contains(unit)
                || above.stream().anyMatch(accusedUnits::contains);
    }

    /**
     * Whether a person must not know who brought the order: of units, for people of the platform an order about
     * themselves is not there at all. Those who work with a lead unit from which it is withheld talk to that unit.
     *
     * @param lead the unit that leads the order; null while none does
     */
    public boolean withheldFrom(Reader reader, @Nullable Reader lead) {
        if (reader.unit() == null || permittedAt != null) return false;
        return reader.names().stream().anyMatch(this::accuses)
                || withheldFrom(reader.unit(), reader.above())
                || withheldFromLead(lead);
    }

    /** Whether the platform speaks to the appellant in the lead unit's stead. */
    public boolean withheldFromLead(@Nullable Reader lead) {
        return lead != null && lead.unit() != null && withheldFrom(lead.unit(), lead.above());
    }

    /** Whether somebody of this name is complained about. */
    public boolean accuses(String name) {
        return telling(name) && accused.contains(name);
    }

    /** Whether a name is long enough that it means this person where it stands in words. */
    static boolean telling(String name) {
        return name.codePointCount(0, name.length()) >= 2;
    }

    /** Who is complained about, whether or not secrecy is asked for. */
    public Confidentiality accusing() {
        return new Confidentiality(false, accusedUnits, accused, null, null, unclear);
    }

    /** Without whether the platform has answered, which is the order's own matter. */
    Confidentiality unanswered() {
        return new Confidentiality(secret, accusedUnits, accused, permittedAt, null, unclear);
    }

    /** For a unit to read: which units are complained about, and not in whose words. */
    public Confidentiality forUnits() {
        return new Confidentiality(secret, accusedUnits, "", permittedAt, answeredAt);
    }
}
