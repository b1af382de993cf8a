package org.shouwen.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.Text;

/**
 * A caller's number as a telephone system sends it: a hint, which may stand behind prefixes of exchanges and carriers, in
 * a SIP address, or not be there at all. Reading it never fails.
 *
 * @param phone null when it was withheld or can't be read
 * @param raw what was sent, at most 40 characters; empty when it was withheld
 */
public record CallingNumber(@Nullable Phone phone, String raw) {
    private static final int LONGEST = 40;

    /** The most digits that exchanges and carriers put before a number. */
    private static final int PREFIX = 8;

    private static final Pattern ADDRESS = Pattern.compile("(?i)^.*?(?:sips?|tel):(?://)?([^@>;?]*).*$");
    private static final Pattern SIP_EXTENSION = Pattern.compile("(?i);ext=(\\d{1,6})");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d-]{5,}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    /** @param sent as it came; may be null, empty, or anything */
    public static CallingNumber of(@Nullable String sent) {
        String whole = sent == null ? "" : readable(sent);
        String text = address(whole);
        Optional<Phone> read = NumberReader.typed(text)
                .filter(p -> plausible(p.main()))
                .or(() -> behindPrefix(NumberReader.plain(text)))
                .or(() -> within(text));
        if (read.isPresent()) return new CallingNumber(read.get(), cut(whole));
        boolean nothing = text.replaceAll("\\D", "").matches("0*|\\d{1,2}");
        return new CallingNumber(null, nothing ? "" : cut(whole));
    }

    /** Without control characters, which a form could not keep. */
    private static String readable(String sent) {
        String head = sent.length() > 400 ? sent.substring(0, 400) : sent;
        return Text.clean(head.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]", " "));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(
                        0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
    }

    /** Out of a SIP or tel address, with or without the name that it shows. */
    private static String address(String text) {
        Matcher m = ADDRESS.matcher(text);
        if (!m.matches()) return text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
        Matcher extension = SIP_EXTENSION.matcher(text);
        String user = m.group(1).contains("%") ? decoded(m.group(1)) : m.group(1);
        return extension.find() ? user + "x" + extension.group(1) : user;
    }

    private static String decoded(String user) {
        try {
            return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return user;
        }
    }

    /** What a machine sends with + or 00 and no country has is a national number behind a prefix. */
    private static boolean plausible(String main) {
        return !main.startsWith("+") || NumberReader.valid(main);
    }

    /** The longest rest that is a mobile number or a landline of the plan; then a local number behind one digit. */
    private static Optional<Phone> behindPrefix(String text) {
        String d = text.replaceAll("[+-]", "");
        if (!d.matches("\\d{8,24}")) return Optional.empty();
        for (int k = 0; k <= Math.min(PREFIX, d.length() - 7); k++) {
            String rest = d.substring(k);
            boolean line = NumberReader.landline(rest) && NumberReader.valid(rest);
            if (line || MOBILE.matcher(rest).matches()) return Optional.of(new Phone(rest, ""));
        }
        boolean dialled = d.length() <= 9 && (d.startsWith("0") || d.startsWith("9"));
        return dialled && NumberReader.local(d.substring(1))
                ? Optional.of(new Phone(d.substring(1), ""))
                : Optional.empty();
    }

    /** The one number among other characters, such as a gateway's name. */
    private static Optional<Phone> within(String text) {
        Matcher m = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (!m.find()) return Optional.empty();
        String only = m.group();
        if (m.find() || only.length() == text.length()) return Optional.empty();
        return NumberReader.typed(only)
                .filter(p -> p.main().length() >= 7 && plausible(p.main()))
                .or(() -> behindPrefix(only));
    }

    @Override
    public String toString() {
        return "CallingNumber[…]";
    }
}
