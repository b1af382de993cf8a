package org.shouwen.knowledge;

/** How a word processor writes the numbers of a list (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat). */
enum Counting {
    DECIMAL,
    CHINESE,
    /** One sign for each digit: 一〇. */
    DIGITS,
    CIRCLED,
    UPPER_LETTER,
    LOWER_LETTER,
    UPPER_ROMAN,
    LOWER_ROMAN;

    private static final String DIGIT = "〇一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMANS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    static Counting of(String format) {
        return switch (format) {
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand" ->
                CHINESE;
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" -> DIGITS;
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> CIRCLED;
            case "upperLetter" -> UPPER_LETTER;
            case "lowerLetter" -> LOWER_LETTER;
            case "upperRoman" -> UPPER_ROMAN;
            case "lowerRoman" -> LOWER_ROMAN;
            default -> DECIMAL;
        };
    }

    String write(int n) {
        if (n < 1 || n > 9999) return String.valueOf(n);
        return switch (this) {
            case DECIMAL -> String.valueOf(n);
            case CHINESE -> chinese(n);
            case DIGITS -> digits(n);
            case CIRCLED -> n > 20 ? String.valueOf(n) : Character.toString('①' + n - 1);
            case UPPER_LETTER -> letters(n);
            case LOWER_LETTER -> letters(n).toLowerCase(java.util.Locale.ROOT);
            case UPPER_ROMAN -> roman(n);
            case LOWER_ROMAN -> roman(n).toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** 十, 十二, 二十, 一百零一, 一百一十. */
    private static String chinese(int n) {
        StringBuilder words = new StringBuilder();
        String digits = String.valueOf(n);
        boolean gap = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int unit = digits.length() - 1 - i;
            if (digit == 0) gap = true;
            else {
                if (gap) words.append('零');
                gap = false;
                boolean ten = digit == 1 && unit == 1 && i == 0;
                if (!ten) words.append(DIGIT.charAt(digit));
                words.append(UNITS[unit]);
            }
        }
        return words.toString();
    }

    private static String digits(int n) {
        StringBuilder words = new StringBuilder();
        for (char c : String.valueOf(n).toCharArray()) words.append(DIGIT.charAt(c - '0'));
        return words.toString();
    }

    /** A to Z, then AA, BB. */
    private static String letters(int n) {
        return Character.toString('A' + (n - 1) % 26).repeat((n - 1) / 26 + 1);
    }

    private static String roman(int n) {
        StringBuilder words = new StringBuilder();
        int rest = n;
        for (int i = 0; i < ROMAN.length; i++) for (; rest >= ROMAN[i]; rest -= ROMAN[i]) words.append(ROMANS[i]);
        return words.toString();
    }
}
