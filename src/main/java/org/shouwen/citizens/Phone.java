package org.shouwen.citizens;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/**
 * A telephone number made regular, so that the same number is found again however it was typed: digits only, without
 * +86, the extension apart.
 *
 * @param main digits; begins with {@code +} for numbers of other countries
 * @param extension 分机号, empty when there is none
 */
public record Phone(String main, String extension) {
    private static final Pattern EXTENSION = Pattern.compile("^(.*?)(?:转|分机|ext\\.?|x|#)(\\d{1,6})$");
    private static final Pattern DASHED_EXTENSION = Pattern.compile("^(0\\d{2,3}-?\\d{7,8})-(\\d{1,6})$");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0(?:10|2\\d)\\d{7,8}|0[3-9]\\d{2}\\d{7,8}");
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{6,7}");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");
    private static final Pattern SHORT = Pattern.compile("[1-9]\\d{2,5}");
    private static final Pattern ABROAD = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** @throws BadInput naming the field when it is no telephone number */
    public static Phone parse(String field, String typed) {
        Phone phone = parseOptional(field, typed);
        if (phone == null) throw new BadInput(field, "problems.field.missing");
        return phone;
    }

    /** Null when nothing was typed. */
    public static @Nullable Phone parseOptional(String field, @Nullable String typed) {
        String text = Normalizer.normalize(Text.clean(typed), Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[‐-―−ー]", "-")
                .replaceAll("[\\s.()]", "");
        if (text.isEmpty()) return null;
        if (text.length() > 40) throw new BadInput(field, "citizens.bad.phone");
        String extension = "";
        Matcher m = EXTENSION.matcher(text);
        Matcher dashed = DASHED_EXTENSION.matcher(text);
        if (m.matches()) {
            text = m.group(1);
            extension = m.group(2);
        } else if (dashed.matches()) {
            text = dashed.group(1);
            extension = dashed.group(2);
        }
        String digits = withoutCountry(text.replace("-", ""));
        if (!known(digits)) throw new BadInput(field, "citizens.bad.phone");
        return new Phone(digits, extension);
    }

    private static String withoutCountry(String digits) {
        String d = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        if (d.startsWith("+86")) {
            String rest = d.substring(3);
            return MOBILE.matcher(rest).matches()
                            || rest.startsWith("0")
                            || SERVICE.matcher(rest).matches()
                    ? rest
                    : "0" + rest;
        }
        return d.startsWith("86") && MOBILE.matcher(d.substring(2)).matches() ? d.substring(2) : d;
    }

    private static boolean known(String d) {
        return MOBILE.matcher(d).matches()
                || LANDLINE.matcher(d).matches()
                || LOCAL.matcher(d).matches()
                || SERVICE.matcher(d).matches()
                || SHORT.matcher(d).matches()
                || ABROAD.matcher(d).matches();
    }

    /** As the vault keeps it; {@link #read} reads it back. */
    String written() {
        return extension.isEmpty() ? main : main + "x" + extension;
    }

    static Phone read(String written) {
        int x = written.indexOf('x');
        return x < 0 ? new Phone(written, "") : new Phone(written.substring(0, x), written.substring(x + 1));
    }

    public String masked() {
        return Masks.phone(main);
    }

    /** The whole number, for one who may see it. */
    public String shown() {
        return extension.isEmpty() ? main : main + " 转 " + extension;
    }

    @Override
    public String toString() {
        return "Phone[…]";
    }
}
