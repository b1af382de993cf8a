package org.shouwen.notification;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/** How an appellant wishes to be told what becomes of their appeal. */
public enum Wish {
    SMS,
    WECHAT,
    MAIL,
    /** A person calls. */
    TELEPHONE,
    /** A letter on paper. */
    LETTER;

    /**
     * @param typed a name in any case, or nothing
     * @throws BadInput naming {@code wish}, when it is none of them
     */
    public static Optional<Wish> read(@Nullable String typed) {
        String name = Text.clean(typed).toUpperCase(Locale.ROOT);
        if (name.isEmpty()) return Optional.empty();
        for (Wish w : values()) if (w.name().equals(name)) return Optional.of(w);
        throw new BadInput("wish", "problems.field.unknown", Text.clean(typed));
    }

    /** Whether what the person left of themselves is enough for it. */
    public boolean possible(Identity person) {
        Phone phone = person.phone();
        return switch (this) {
            case SMS -> phone != null && phone.takesMessages();
            case TELEPHONE -> phone != null;
            case WECHAT -> person.channelAccount().startsWith("wechat:");
            case MAIL -> person.channelAccount().startsWith("mailto:");
            case LETTER -> !person.address().isEmpty();
        };
    }

    /** The way that carries it; empty where a person does. */
    Optional<Carrier.Way> way() {
        return switch (this) {
            case SMS -> Optional.of(Carrier.Way.SMS);
            case WECHAT -> Optional.of(Carrier.Way.WECHAT);
            case MAIL -> Optional.of(Carrier.Way.MAIL);
            case TELEPHONE, LETTER -> Optional.empty();
        };
    }
}
