package org.shouwen.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/**
 * A telephone number made regular, so that the same number is found again however it was typed: digits only, without
 * +86, the extension apart. A local number stands as it was given; {@link CityNumbers} puts the area before it.
 *
 * @param main digits; begins with {@code +} for numbers of other countries
 * @param extension 分机号, empty when there is none
 */
public record Phone(String main, String extension) {
    /** What stands in a table or a form where somebody left no number. */
    private static final Pattern NONE = Pattern.compile(
            "(?i)[-—－/／\\\\*＊]+|无(?:电话|手机|号码)?|没有(?:电话|手机)?|未(?:留|填|提供|知)(?:电话|号码)?|不详|不便透露|保密|匿名|n/?a|none|null|unknown");

    /** @throws BadInput naming the field when it is no telephone number */
    public static Phone parse(String field, String typed) {
        Phone phone = parseOptional(field, typed);
        if (phone == null) throw new BadInput(field, "problems.field.missing");
        return phone;
    }

    /** Null when nothing was typed, or a word for nothing. */
    public static @Nullable Phone parseOptional(String field, @Nullable String typed) {
        String text = Text.clean(typed);
        if (text.isEmpty() || NONE.matcher(text).matches()) return null;
        return NumberReader.typed(text).orElseThrow(() -> new BadInput(field, "identity.bad.phone"));
    }

    /** Whether a short message can reach it: mobiles only, here or abroad; never landlines, extensions and services. */
    public boolean takesMessages() {
        return extension.isEmpty() && NumberReader.mobile(main);
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
