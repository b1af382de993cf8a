package org.shouwen.identity;

import java.util.List;
import java.util.function.Predicate;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * What in people's own words would lead to a person, to whoever wrote them or to a third (Art. 21): numbers, accounts,
 * plates, names, and addresses that lead to a door. Units read the words without it; the original stays with the
 * platform.
 */
@Basis(Clause.A21)
public final class PersonalDataDetector {
    /** What was found. */
    public enum Kind {
        EMAIL,
        ID_NUMBER,
        BANK_CARD,
        PHONE,
        PLATE,
        /** WeChat or QQ. */
        ACCOUNT,
        NAME,
        ADDRESS
    }

    /** @param start first character; {@code end} the one after the last */
    public record Found(Kind kind, int start, int end) {}

    private PersonalDataDetector() {}

    /** All that was found, from first to last; nothing overlaps. Never throws, whatever the words are. */
    public static List<Found> find(String text, Identity own) {
        String folded = Folded.of(text);
        Findings found = new Findings();
        OwnMarks.find(folded, own, found);
        Numbers.find(folded, found);
        Plates.find(folded, found);
        Addresses.find(folded, found);
        SelfIdentificationDetector.address(folded, own).ifPresent(f -> found.addAddress(f.start(), f.end()));
        for (Found f : SelfIdentificationDetector.names(folded)) found.add(f.kind(), f.start(), f.end());
        PersonNames.find(folded, found);
        Villages.named(folded, found);
        return found.inOrder();
    }

    /** The words as a unit may read them. */
    public static String mask(String text, Identity own) {
        return mask(text, own, _ -> true);
    }

    /** {@link #mask} of some kinds only. */
    public static String mask(String text, Identity own, Predicate<Kind> which) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Found f : find(text, own)) {
            if (!which.test(f.kind())) continue;
            masked.append(text, from, f.start())
                    .append(masked(f.kind(), Folded.of(text.substring(f.start(), f.end())), own));
            from = f.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static String masked(Kind kind, String x, Identity own) {
        return switch (kind) {
            case PHONE -> Masks.phone(dialled(x));
            case PLATE -> {
                String plate = x.replaceAll("[^\\p{IsHan}A-Za-z0-9]", "");
                yield plate.substring(0, 2) + "***" + plate.substring(plate.length() - 2);
            }
            case NAME -> Masks.name(x.replaceAll("[^\\p{L}·]", ""));
            case ADDRESS -> SelfIdentificationDetector.own(x, own) ? Masks.address(x) : Masks.door(x);
            case EMAIL -> "（邮箱）";
            case ID_NUMBER -> "（身份证号）";
            case BANK_CARD -> "（卡号）";
            case ACCOUNT -> "（账号）";
        };
    }

    /** Its digits, in whatever writing, made regular; an extension goes. */
    private static String dialled(String x) {
        StringBuilder b = new StringBuilder(x.strip().startsWith("+") ? "+" : "");
        for (int i = 0; i < x.length(); i++) {
            int digit = Folded.digit(x.charAt(i));
            if (digit >= 0) b.append(digit);
        }
        return NumberReader.digits(b.toString()).orElse(b.toString().replace("+", ""));
    }
}
