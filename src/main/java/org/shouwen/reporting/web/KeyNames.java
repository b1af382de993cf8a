package org.shouwen.reporting.web;

import java.util.Optional;
import java.util.UUID;
import org.shouwen.accounts.Accounts;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.reporting.facts.Dimension;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How the keys of dimensions are called on screens and in tables; the code itself where nobody has a name for it. */
@Component
class KeyNames {
    private final Directory directory;
    private final Editions editions;
    private final MessageSource messages;
    private final Accounts accounts;

    KeyNames(Directory directory, Editions editions, MessageSource messages, Accounts accounts) {
        this.accounts = accounts;
        this.directory = directory;
        this.editions = editions;
        this.messages = messages;
    }

    String of(Dimension dimension, String key) {
        if (key.isEmpty()) return say("reporting.without-key");
        return switch (dimension) {
            case UNIT -> directory.name(new UnitId(key));
            case CLASS -> directory.matterClass(key).map(MatterClass::fullName).orElse(key);
            case PLACE -> directory.place(key).map(Place::fullName).orElse(key);
            case CHANNEL -> edition().channel(key).map(KeyNames::name).orElse(key);
            case HOUR -> key + ":00";
            case AGENT -> agent(key);
            case CLASS_AND_PLACE -> key;
            case KIND ->
                edition().kinds().stream()
                        .filter(k -> k.code().equals(key))
                        .findFirst()
                        .map(KeyNames::name)
                        .orElse(key);
        };
    }

    private String agent(String account) {
        try {
            return accounts.get(UUID.fromString(account)).name();
        } catch (NotFound e) {
            return account;
        }
    }

    String say(String key, Object... args) {
        return Optional.ofNullable(messages.getMessage(key, args, LocaleContextHolder.getLocale()))
                .orElse(key);
    }

    static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    private static String name(Edition.Named named) {
        return english() ? named.nameEn() : named.name();
    }

    Edition edition() {
        return editions.all().stream()
                .filter(e -> e.city().equals(editions.city()))
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
