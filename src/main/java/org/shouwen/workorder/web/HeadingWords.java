package org.shouwen.workorder.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.directory.PlaceCode;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.Event;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a correction of a matter's heading changed, in words: each part as it was and as it is; names for the codes of an edition. */
@Component
class HeadingWords {
    private final MessageSource messages;
    private final Directory directory;
    private final Editions editions;
    private final InstantSource clock;

    HeadingWords(MessageSource messages, Directory directory, Editions editions, InstantSource clock) {
        this.messages = messages;
        this.directory = directory;
        this.editions = editions;
        this.clock = clock;
    }

    String changed(Event.MatterCorrected e, Locale locale) {
        List<String> parts = new ArrayList<>();
        part(parts, "title", e.before().title(), e.after().title(), locale);
        part(parts, "kind", kind(e.before().kind(), locale), kind(e.after().kind(), locale), locale);
        part(parts, "class", name(e.before().matterClass()), name(e.after().matterClass()), locale);
        part(parts, "place", place(e.before().place()), place(e.after().place()), locale);
        parts.add(e.reason());
        return String.join("\n", parts);
    }

    private void part(List<String> parts, String which, String before, String after, Locale locale) {
        if (!Objects.equals(before, after))
            parts.add(messages.getMessage(
                    "workorder.corrected." + which, new Object[] {shown(before), shown(after)}, locale));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value;
    }

    /** A class of limit by its name in the edition in force; its code where the edition has none such. */
    String limitClass(String code, Locale locale) {
        return edition()
                .limitClass(code)
                .map(c -> locale.getLanguage().equals("zh") ? c.name() : c.nameEn())
                .orElse(code);
    }

    private Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }

    private String kind(String code, Locale locale) {
        return edition()
                .kind(code)
                .map(k -> locale.getLanguage().equals("zh") ? k.name() : k.nameEn())
                .orElse(code);
    }

    private String name(@Nullable String matterClass) {
        return directory.matterClass(matterClass).map(MatterClass::fullName).orElse("");
    }

    private String place(@Nullable PlaceCode code) {
        return directory.place(PlaceCode.stored(code)).map(Place::fullName).orElse("");
    }
}
