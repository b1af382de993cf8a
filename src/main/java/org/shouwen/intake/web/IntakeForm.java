package org.shouwen.intake.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.identity.Identity;
import org.shouwen.intake.Classification;
import org.shouwen.intake.Disposition;
import org.shouwen.intake.NewAppeal;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/** What the officer typed, as it came; never logged, for a name may be in it. */
record IntakeForm(Map<String, String> typed) {
    /** What is kept of it until it is sent; the same however the page sent it. */
    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(typed);
        kept.keySet().removeAll(Set.of("_csrf", "outcome", "call", "shown"));
        kept.remove("photo", "");
        kept.replaceAll((_, text) -> text.replace("\r\n", "\n"));
        return kept;
    }

    @Nullable
    String get(String field) {
        return typed.get(field);
    }

    String text(String field) {
        return Text.clean(typed.get(field));
    }

    /** The place that was meant: chosen from the list, or the only one that fits. Words that fit no place stay words. */
    @Nullable
    String place(Directory directory) {
        String name = text("placeName");
        if (name.isEmpty()) return null;
        List<Place> found = directory.searchPlaces(name, 2);
        for (Place p : found) if (p.fullName().equals(name) || p.code().equals(name)) return p.code();
        return found.size() == 1 ? found.getFirst().code() : null;
    }

    String location(Directory directory) {
        String name = text("placeName");
        String location = text("location");
        return name.isEmpty() || place(directory) != null ? location : (name + " " + location).strip();
    }

    NewAppeal appeal(Directory directory) {
        return new NewAppeal(
                text("channel").isEmpty() ? "phone" : text("channel"),
                null,
                get("kind"),
                get("matterClass"),
                place(directory),
                location(directory),
                get("happenedAt"),
                get("title"),
                get("content"),
                get("wants"),
                typed.containsKey("enterprise"),
                typed.containsKey("secret"),
                Identity.of(get("name"), get("phone"), get("address"), null),
                null,
                null,
                get("accused"));
    }

    Classification classification(Directory directory) {
        String matterClass = text("matterClass");
        return new Classification(
                text("kind"),
                matterClass.isEmpty() ? null : matterClass,
                place(directory),
                location(directory),
                text("happenedAt"));
    }

    Disposition outcome() {
        return switch (text("outcome")) {
            case "answered" -> new Disposition.Answered(text("answer"));
            case "order" -> new Disposition.Ordered(get("orderTitle"), get("orderContent"), get("urgentKind"));
            case "guided" -> new Disposition.Guided(text("target"), get("guidedWords"));
            case "declined" -> new Disposition.Declined(text("ground"), text("reason"));
            case "reminder" -> new Disposition.Reminded(text("order"), get("reminder"));
            case "joined" -> new Disposition.Joined(text("joinTo"));
            default -> throw new BadInput("outcome", "intake.bad.outcome");
        };
    }

    @Override
    public String toString() {
        return "IntakeForm[…]";
    }
}
