package org.shouwen.confidentiality;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * A person's part in a case, by the appeal that they brought.
 *
 * @param number of the appeal, and of the order that it became
 * @param appellant who it is; null when their term has run out
 * @param with number of the order that leads this one, or of which this appeal reminds; null when it stands alone
 * @param said who is complained about, as the appellant said it; empty when nobody is
 * @param facts what the order keeps by now; of an appeal that is no order, {@link Confidentiality#asBrought}
 */
@Pure
public record Party(
        UUID appeal,
        String number,
        @Nullable UUID appellant,
        Part part,
        @Nullable String with,
        String said,
        Confidentiality facts) {
    public enum Part {
        /** A case of its own, and leads it where others go under it. */
        OWN,
        /** 并单: its order goes under another (ruling 10). */
        JOINED,
        /** 催办: it reminds of another's order, or of their own (ruling 10). */
        REMINDER
    }

    /** As an appeal comes in. */
    public static Party brought(UUID appeal, String number, UUID appellant, boolean secret, String said) {
        return new Party(appeal, number, appellant, Part.OWN, null, said, Confidentiality.asBrought(secret, said));
    }

    public Party reminding(@Nullable String order) {
        return order == null ? this : new Party(appeal, number, appellant, Part.REMINDER, order, said, facts);
    }

    /** Their term has run out. */
    public Party forgotten() {
        return new Party(appeal, number, null, part, with, said, facts);
    }

    /** With what the order says of it. */
    public Party in(Party order) {
        return new Party(appeal, number, appellant, order.part, order.with, said, order.facts);
    }

    /** Whether units must not read what the person said: also what they said before it was an order counts. */
    public boolean kept() {
        return facts.any() || !said.isEmpty();
    }

    /**
     * Whether it says what an order keeps, and under which it goes.
     *
     * @param lead number of the order that leads it; null when it stands alone
     */
    public boolean isOrder(Confidentiality kept, @Nullable String lead) {
        return part == (lead == null ? Part.OWN : Part.JOINED)
                && Objects.equals(with, lead)
                && facts.equals(kept.unanswered());
    }

    /** Whether it belongs to the order itself, and not to one that goes under it. */
    public boolean of(String order) {
        return number.equals(order) || Objects.equals(with, order);
    }
}
