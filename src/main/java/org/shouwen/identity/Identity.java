package org.shouwen.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/**
 * Who brings an appeal, as given with it; every part may be missing, for people may stay unnamed. Never written to a
 * log: {@link #toString} tells nothing.
 *
 * @param phone as it was given, made regular by {@link Phone}
 * @param ip from where it was sent, for the web only
 * @param channelAccount the person's own mark on the channel, such as the id that WeChat gives them
 */
public record Identity(String name, @Nullable Phone phone, String address, String ip, String channelAccount) {
    /** Not a mask: what is kept for good holds no surname and no digits either. */
    private static final String OMITTED = "（略）";

    public static final Identity UNNAMED = new Identity("", null, "", "", "");

    /** @throws org.shouwen.problems.BadInput naming {@code name}, {@code phone} or {@code address} */
    public static Identity of(
            @Nullable String name, @Nullable String phone, @Nullable String address, @Nullable String ip) {
        return of(name, phone, address, ip, null);
    }

    /** @throws org.shouwen.problems.BadInput as above, or naming {@code channelAccount} */
    public static Identity of(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String ip,
            @Nullable String channelAccount) {
        return new Identity(
                Text.optional("name", name, 60),
                Phone.parseOptional("phone", phone),
                Text.optional("address", address, 200),
                ip == null ? "" : ip,
                Text.optional("channelAccount", channelAccount, 128));
    }

    /** As much of it as is well written; nobody where nothing is. For what tells of danger and can not be read whole. */
    public static Identity readable(@Nullable String name, @Nullable String phone, @Nullable String address) {
        return new Identity(
                wellWritten(() -> Text.optional("name", name, 60)).orElse(""),
                wellWritten(() -> Phone.parseOptional("phone", phone)).orElse(null),
                wellWritten(() -> Text.optional("address", address, 200)).orElse(""),
                "",
                "");
    }

    private static <T> Optional<T> wellWritten(Supplier<@Nullable T> field) {
        try {
            return Optional.ofNullable(field.get());
        } catch (BadInput e) {
            return Optional.empty();
        }
    }

    /** Whether there is a way to answer this person. */
    public boolean reachable() {
        return phone != null || !address.isEmpty() || channelAccount.matches("(?:mailto|wechat):.+");
    }

    /** Takes out of words that a unit will read whatever would lead to a person. */
    public Redactor scrub() {
        return (words, kept) -> {
            String scrubbed = PersonalDataDetector.mask(words, this, kind -> !kept.contains(kind));
            return phone != null && phone.main().length() >= 7
                    ? scrubbed.replace(phone.main(), phone.masked())
                    : scrubbed;
        };
    }

    /** Words with this person's own name, number, address and account masked, wherever they stand; all else stays. */
    public String unnamed(String words) {
        return OwnMarks.omitted(words, this, OMITTED);
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
