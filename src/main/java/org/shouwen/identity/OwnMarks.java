package org.shouwen.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.PersonalDataDetector.Found;
import org.shouwen.identity.PersonalDataDetector.Kind;

/**
 * One person's own name, number, address and account in words, in any grouping, spacing and writing of digits, and
 * always whole: never one half of a number without the other.
 */
final class OwnMarks {
    /** Shorter addresses and accounts are words that anybody uses. */
    private static final int LONG_ENOUGH = 6;

    /** Shorter numbers are anybody's. */
    private static final int LEAST_DIGITS = 7;

    /** How many characters may part two of a number or name. */
    private static final int WIDEST = 3;

    private static final String PARTS = " -.·•_/()（）*,，、。~|;；:：\n\r";
    private static final String NAME_PARTS = " -.·•_*/\n\r";

    private static final Pattern AREA = Pattern.compile("\\(?(?:(?:\\+|00)?86[- ]?)?\\(?0\\d{2,3}\\)?[-. ]{0,2}$");

    private OwnMarks() {}

    /** Name and number; the address by {@link SelfIdentificationDetector}, which takes parts of it too. */
    static void find(String folded, Identity own, Findings found) {
        for (Found f : numbers(folded, own)) found.add(f.kind(), f.start(), f.end());
        for (Found f : names(folded, own)) found.add(f.kind(), f.start(), f.end());
    }

    /** Words with each of them replaced. */
    static String omitted(String words, Identity own, String by) {
        String folded = Folded.of(words);
        Findings found = new Findings();
        find(folded, own, found);
        for (String whole : List.of(own.address(), account(own)))
            if (whole.length() >= LONG_ENOUGH)
                for (Found f : spelled(folded, Folded.of(whole), NAME_PARTS, Kind.ADDRESS))
                    found.add(f.kind(), f.start(), f.end());
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (Found f : found.inOrder()) {
            left.append(words, from, f.start()).append(by);
            from = f.end();
        }
        return left.append(words, from, words.length()).toString();
    }

    /** Without the scheme that a channel puts before it, such as {@code mailto:}. */
    private static String account(Identity own) {
        return own.channelAccount().replaceFirst("^[a-z]+:", "");
    }

    private static List<Found> names(String folded, Identity own) {
        String name = own.name();
        boolean single = name.codePointCount(0, name.length()) < 2; // anybody's
        return single ? List.of() : spelled(folded, Folded.of(name), NAME_PARTS, Kind.NAME);
    }

    /** Where a word stands, its characters apart or together. */
    private static List<Found> spelled(String folded, String word, String parts, Kind kind) {
        List<Found> found = new ArrayList<>();
        String bare = without(word, parts);
        if (bare.isEmpty()) return found;
        for (int i = 0; i < folded.length(); i++) {
            int end = same(folded.charAt(i), bare.charAt(0)) ? spelledTo(folded, i, bare, parts) : -1;
            if (end < 0) continue;
            found.add(new Found(kind, i, end));
            i = end - 1;
        }
        return found;
    }

    private static int spelledTo(String folded, int from, String bare, String parts) {
        int at = from;
        for (int k = 0; k < bare.length(); k++) {
            int most = k == 0 ? at : Math.min(folded.length(), at + WIDEST);
            while (at < most && parts.indexOf(folded.charAt(at)) >= 0) at++;
            if (at >= folded.length() || !same(folded.charAt(at), bare.charAt(k))) return -1;
            at++;
        }
        return at;
    }

    private static boolean same(char a, char b) {
        return a == b || Character.toLowerCase(a) == Character.toLowerCase(b) || Variants.same(a, b);
    }

    private static String without(String word, String parts) {
        StringBuilder b = new StringBuilder();
        word.chars().filter(c -> parts.indexOf(c) < 0).forEach(c -> b.append((char) c));
        return b.toString();
    }

    private static List<Found> numbers(String folded, Identity own) {
        List<Found> found = new ArrayList<>();
        if (own.phone() == null) return found;
        String digits = own.phone().main().replaceAll("\\D", "");
        if (digits.length() < LEAST_DIGITS) return found;
        number(folded, digits, found);
        if (NumberReader.local(digits)) withArea(folded, found);
        if (digits.startsWith("0")) {
            int area = digits.startsWith("010") || digits.startsWith("02") ? 3 : 4;
            if (digits.length() - area >= LEAST_DIGITS) number(folded, digits.substring(area), found);
        }
        return found;
    }

    /** A local number found behind an area code is masked with it. */
    private static void withArea(String folded, List<Found> found) {
        for (int i = 0; i < found.size(); i++) {
            Found f = found.get(i);
            Matcher area = AREA.matcher(folded.substring(Math.max(0, f.start() - 12), f.start()));
            if (f.kind() == Kind.PHONE && area.find())
                found.set(i, new Found(f.kind(), f.start() - area.group().length(), f.end()));
        }
    }

    private static void number(String folded, String digits, List<Found> found) {
        for (int i = 0; i < folded.length(); i++) {
            if (Folded.digit(folded.charAt(i)) != digits.charAt(0) - '0' || afterDigit(folded, i)) continue;
            int end = numberTo(folded, i, digits);
            if (end < 0 || (end < folded.length() && isAscii(folded.charAt(end)))) continue;
            boolean bracketed = i > 0
                    && folded.charAt(i - 1) == '('
                    && folded.substring(i, end).indexOf(')') >= 0;
            int start = bracketed ? i - 1 : country(folded, i);
            if (found.stream().noneMatch(f -> f.start() < end && start < f.end()))
                found.add(new Found(Kind.PHONE, start, end));
            i = end - 1;
        }
    }

    private static int numberTo(String folded, int from, String digits) {
        int at = from;
        for (int k = 0; k < digits.length(); k++) {
            int most = k == 0 ? at : Math.min(folded.length(), at + WIDEST);
            while (at < most && PARTS.indexOf(folded.charAt(at)) >= 0) at++;
            if (at >= folded.length() || Folded.digit(folded.charAt(at)) != digits.charAt(k) - '0') return -1;
            at++;
        }
        return at;
    }

    /** Where a country's prefix or a trunk 0 before the number begins. */
    private static int country(String folded, int number) {
        for (String prefix : List.of("+86-", "+86 ", "+86", "0086-", "0086 ", "0086", "86-", "86 ", "86", "0"))
            if (folded.startsWith(prefix, number - prefix.length()) && !afterDigit(folded, number - prefix.length()))
                return number - prefix.length();
        return number > 0 && folded.charAt(number - 1) == '+' ? number - 1 : number;
    }

    private static boolean afterDigit(String folded, int i) {
        if (i == 0 || !isAscii(folded.charAt(i - 1))) return false;
        for (String prefix : List.of("86", "0"))
            if (folded.startsWith(prefix, i - prefix.length())) {
                int before = i - prefix.length();
                boolean free =
                        before == 0 || !isAscii(folded.charAt(before - 1)) || folded.startsWith("00", before - 2);
                if (free) return false;
            }
        return true;
    }

    private static boolean isAscii(char c) {
        return c >= '0' && c <= '9';
    }
}
