package org.shouwen.directory;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.regulation.Pure;

/** A location beside the place it lies in: people write the place into it once more, and nobody reads it twice. */
@Pure
public final class WithinPlace {
    private WithinPlace() {}

    /**
     * The location without the names of the place at its beginning; all of it where nothing else would be left.
     *
     * @param place full name, its steps apart: 振兴区 站前街道
     */
    public static String of(String place, String location) {
        String left = location.strip();
        List<String> steps = new ArrayList<>(List.of(place.split(" ")));
        steps.addFirst(place.replace(" ", ""));
        for (String step : steps) {
            boolean more = !step.isEmpty() && left.startsWith(step) && left.length() > step.length();
            if (more) left = left.substring(step.length()).replaceFirst("^[\\s,，、·]+", "");
        }
        return left.isEmpty() ? location.strip() : left;
    }
}
