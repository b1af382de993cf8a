package org.shouwen.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words typed so far say for the fields of an appeal; proposals, each beside its field.
 *
 * @param places at most two; two when the words fit both
 */
public record DeskSuggestions(
        @Nullable Suggestion kind,
        @Nullable Suggestion matterClass,
        List<PlaceHeard.Found> places,
        @Nullable Heard location,
        @Nullable Heard time,
        @Nullable Heard name,
        @Nullable Heard phone,
        @Nullable Heard accused) {
    /** Nothing is proposed. */
    public static final DeskSuggestions NONE = new DeskSuggestions(null, null, List.of(), null, null, null, null, null);
}
