package org.shouwen.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads telephone numbers of the Chinese numbering plan and of other countries. Prefixes of carriers, countries and types
 * are libphonenumber's; what it can not read (extensions, local numbers, service numbers) is read here (decision 38).
 */
final class NumberReader {
    private static final PhoneNumberUtil PLAN = PhoneNumberUtil.getInstance();
    private static final String CHINA = "CN";

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0(?:10|2\\d)\\d{7,8}|0[3-9]\\d{2}\\d{7,8}");
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{6,7}");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");
    private static final Pattern SHORT = Pattern.compile("[1-9]\\d{2,5}");
    private static final Pattern ABROAD = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** National service numbers of eight digits, which are no local ones: 95 and 96 with more digits, 1010. */
    private static final Pattern LONG_SERVICE = Pattern.compile("951[0-5]\\d{4}|1010\\d{4}");

    private static final Pattern EXTENSION =
            Pattern.compile("^(.*?\\d)[,;，；]?(?:转接?|分机号?|内线|extension|ext[.=]?|x|#|\\*)[:：]?(\\d{1,6})$");
    private static final Pattern DASHED_EXTENSION = Pattern.compile("^(.*\\d)[-,](\\d{1,6})$");

    /** What people write before a number and around it. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:联系|办公|家庭|住宅|本人|来电|移动)?(?:电话号码|手机号码|电话号|手机号|电话|手机|座机|固话|号码|telephone|tel|phone|mobile|mob|cell)(?:是|为|no)?[:,/]*(?=[+(\\d〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖])");

    private static final Pattern MARKS = Pattern.compile("^[\"'“”‘’<《「:,。、]+|[\"'“”‘’>》」:;,。、!]+$");
    private static final Pattern SPELT = Pattern.compile("[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖-]{7,}");
    private static final String DIGITS = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖";
    private static final String FIGURES = "001234567891123456789";

    /** A dialled 0, 9 or both before a mobile number, as a telephone behind an exchange shows it. */
    private static final Pattern DIALLED = Pattern.compile("[09]{1,2}(1[3-9]\\d{9})");

    private NumberReader() {}

    /**
     * What a person typed.
     *
     * @param typed in any width of digits, with blanks, dots, brackets and dashes
     * @return empty when it is no telephone number
     */
    static Optional<Phone> typed(String typed) {
        String text = bare(plain(typed));
        if (text.isEmpty() || text.length() > 40) return Optional.empty();
        Matcher extension = EXTENSION.matcher(text);
        if (extension.matches()) return main(extension.group(1)).map(m -> new Phone(m, extension.group(2)));
        Matcher dashed = DASHED_EXTENSION.matcher(text);
        if (dashed.matches()) {
            Optional<String> line = main(dashed.group(1)).filter(NumberReader::hasExtensions);
            if (line.isPresent()) return line.map(m -> new Phone(m, dashed.group(2)));
        }
        return main(text).map(m -> new Phone(m, ""));
    }

    /** Without a label before it and quotes and stops around it, and in figures where it was written out. */
    private static String bare(String plain) {
        String unlabelled = LABEL.matcher(MARKS.matcher(plain).replaceAll("")).replaceFirst("");
        String text = MARKS.matcher(unlabelled).replaceAll("").replaceFirst("^(0\\d{2,3})/", "$1-");
        if (!SPELT.matcher(text).matches()) return text;
        StringBuilder figures = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            int i = DIGITS.indexOf(text.charAt(at));
            figures.append(i < 0 ? text.charAt(at) : FIGURES.charAt(i));
        }
        return figures.toString();
    }

    /** Folds width, case, dashes and what is put in their place; without blanks, dots and brackets. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[‐-―−ー－_~•·‧∙]", "-")
                .replaceAll("[\\s\\p{Cf}.()（）]", "");
    }

    private static boolean hasExtensions(String main) {
        return LANDLINE.matcher(main).matches()
                || LOCAL.matcher(main).matches()
                || SERVICE.matcher(main).matches();
    }

    private static Optional<String> main(String text) {
        String digits = text.replace("-", "");
        return digits.matches("\\+?\\d{1,24}") ? digits(digits) : Optional.empty();
    }

    /**
     * One written form of a number: mobiles of eleven digits, landlines with 0 and area, others with + and country.
     *
     * @param d digits, with + before those of a country
     */
    static Optional<String> digits(String d) {
        if (d.startsWith("+86")) return china(d.substring(3));
        if (d.startsWith("+"))
            return Optional.of(d).filter(x -> ABROAD.matcher(x).matches());
        if (d.startsWith("00")) {
            String abroad = "+" + d.substring(2);
            Optional<String> national = abroad.startsWith("+86") || valid(abroad) ? Optional.empty() : behind(d);
            return national.isPresent() ? national : digits(abroad);
        }
        if (d.startsWith("86") && d.length() >= 12) {
            Optional<String> china = china(d.substring(2));
            if (china.isPresent()) return china;
        }
        return national(d);
    }

    /** An exchange's 0 before a trunk 0: no country's prefix. */
    private static Optional<String> behind(String d) {
        return national(d.substring(1));
    }

    /** After the country: a trunk 0 may stand there or not. */
    private static Optional<String> china(String rest) {
        if (rest.startsWith("0")
                || MOBILE.matcher(rest).matches()
                || SERVICE.matcher(rest).matches()) return national(rest);
        String landline = "0" + rest;
        return LANDLINE.matcher(landline).matches() ? Optional.of(landline) : national(rest);
    }

    static Optional<String> national(String d) {
        if (MOBILE.matcher(d).matches() || LANDLINE.matcher(d).matches()) return Optional.of(d);
        Matcher dialled = DIALLED.matcher(d);
        if (dialled.matches()) return Optional.of(dialled.group(1));
        if (SERVICE.matcher(d).matches()
                || LOCAL.matcher(d).matches()
                || SHORT.matcher(d).matches()
                || LONG_SERVICE.matcher(d).matches()) return Optional.of(d);
        return planned(d);
    }

    /** By the numbering plan: a carrier's prefix goes, a landline without its 0 gets it. */
    private static Optional<String> planned(String d) {
        PhoneNumber n = parsed(d);
        if (n == null) return Optional.empty();
        String rest = PLAN.getNationalSignificantNumber(n);
        if (MOBILE.matcher(rest).matches() || LANDLINE.matcher(rest).matches()) return Optional.of(rest);
        return PLAN.isValidNumber(n) && LANDLINE.matcher("0" + rest).matches()
                ? Optional.of("0" + rest)
                : Optional.empty();
    }

    /** Whether the numbering plan of its country has such a number. */
    static boolean valid(String d) {
        PhoneNumber n = parsed(d);
        return n != null && PLAN.isValidNumber(n);
    }

    /** Whether it is a mobile telephone, here or abroad; where a plan does not tell, it may be. */
    static boolean mobile(String main) {
        if (!main.startsWith("+")) return MOBILE.matcher(main).matches();
        PhoneNumber n = parsed(main);
        if (n == null) return false;
        PhoneNumberType type = PLAN.getNumberType(n);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }

    static boolean landline(String main) {
        return LANDLINE.matcher(main).matches();
    }

    /** Seven or eight digits, to be dialled within one area only. */
    static boolean local(String main) {
        return LOCAL.matcher(main).matches() && !LONG_SERVICE.matcher(main).matches();
    }

    private static @org.jspecify.annotations.Nullable PhoneNumber parsed(String d) {
        try {
            return PLAN.parse(d, CHINA);
        } catch (NumberParseException e) {
            return null;
        }
    }
}
