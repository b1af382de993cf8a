package org.shouwen.workorder.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.MatterHeading;
import org.springframework.stereotype.Component;

/** Reads a correction of a matter's heading, from the form as from the API. */
@Component
class Corrections {
    private static final int TITLE = 200;
    private static final int CODE = 40;
    private static final int REASON = 10_000;

    private final Directory directory;

    Corrections(Directory directory) {
        this.directory = directory;
    }

    /** The place as the form has it: its full name, or any name that only one place has. */
    Command typed(Map<String, String> typed) {
        return of(
                typed.get("title"),
                typed.get("kind"),
                typed.get("matterClass"),
                place(typed.get("place")),
                typed.get("reason"));
    }

    /** @throws org.shouwen.problems.BadInput naming the field */
    static Command of(
            @Nullable String title,
            @Nullable String kind,
            @Nullable String matterClass,
            @Nullable String place,
            @Nullable String reason) {
        return new Command.CorrectMatter(
                new MatterHeading(
                        Text.required("title", title, TITLE),
                        Text.required("kind", kind, CODE),
                        code("matterClass", matterClass),
                        code("place", place)),
                Text.required("reason", reason, REASON));
    }

    private static @Nullable String code(String field, @Nullable String value) {
        String code = Text.optional(field, value, CODE);
        return code.isEmpty() ? null : code;
    }

    private @Nullable String place(@Nullable String typed) {
        String name = Text.optional("place", typed, 100);
        if (name.isEmpty()) return null;
        List<Place> found = directory.searchPlaces(name, 12);
        for (Place p : found) if (p.fullName().equals(name)) return p.code();
        if (found.size() != 1) throw new BadInput("place", "problems.field.unknown", name);
        return found.getFirst().code();
    }
}
