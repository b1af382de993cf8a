package org.shouwen.desk.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Classification;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.desk.UsualKind;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Landmark;
import org.shouwen.directory.Place;
import org.shouwen.directory.PlaceReader;
import org.shouwen.directory.PlaceReader.PlaceRead;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Address;
import org.shouwen.notification.Wish;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Edition;

/** What the officer typed, as it came; never logged, for a name may be in it. */
record IntakeForm(Map<String, String> typed) {
    /** The fields in the panel of each outcome. */
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "answered", Set.of("answer"),
            "order", Set.of("urgentKind", "alsoTold", "orderTitle", "orderContent"),
            "guided", Set.of("target", "guidedWords"),
            "declined", Set.of("ground", "reason"),
            "reminder", Set.of("order", "reminder"),
            "joined", Set.of("lead"));

    /** Whether what is wrong are fields, and all outside the panel of the outcome, which would lie over them. */
    boolean wrongOutside(FormProblem problem) {
        Set<String> inside = INSIDE.getOrDefault(text("outcome"), Set.of());
        return !problem.fields().isEmpty()
                && problem.fields().keySet().stream().noneMatch(f -> f.equals("form") || inside.contains(f));
    }

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

    /** Of the appeal that the officer saw; null when it can not be read. */
    @Nullable
    Long version() {
        String version = text("version");
        return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }

    /** The place that was meant, where only one has the name; words that name none stay words. */
    PlaceRead read(PlaceReader places) {
        return places.read(text("placeName"));
    }

    @Nullable
    String place(PlaceReader places) {
        Place place = read(places).place();
        return place == null ? null : place.code();
    }

    /** What was typed more exactly, with the name of the landmark, or what names no place in front. */
    String location(PlaceReader places) {
        String name = text("placeName");
        String location = text("location");
        if (name.isEmpty()) return location;
        PlaceRead read = read(places);
        Landmark by = read.by();
        if (by != null) return location.contains(by.name()) ? location : (by.name() + " " + location).strip();
        return read.place() != null ? location : (name + " " + location).strip();
    }

    /** The order that is reminded of, or joined to, is none: said at the field in which it was typed. */
    BadInput noSuchOrder() {
        boolean joins = text("outcome").equals("joined");
        return new BadInput(joins ? "lead" : "order", "desk.bad.no-such-order", text(joins ? "joinTo" : "order"));
    }

    /** What the officer chose, or what follows from the class of matter. */
    String kind(Directory directory, Edition edition) {
        String kind = text("kind");
        return kind.isEmpty() ? UsualKind.of(directory.matterClass(text("matterClass")), edition) : kind;
    }

    NewAppeal appeal(Directory directory, PlaceReader places, Edition edition) {
        return new NewAppeal(
                text("channel").isEmpty() ? "phone" : text("channel"),
                null,
                kind(directory, edition),
                get("matterClass"),
                place(places),
                location(places),
                get("happenedAt"),
                get("title"),
                get("content"),
                get("wants"),
                typed.containsKey("enterprise"),
                typed.containsKey("secret"),
                Identity.of(get("name"), get("phone"), get("address"), null, Address.typedMail(get("mail"))),
                null,
                null,
                get("accused"),
                Wish.read(get("wish")).orElse(null));
    }

    Classification classification(Directory directory, PlaceReader places, Edition edition) {
        String matterClass = text("matterClass");
        return new Classification(
                kind(directory, edition),
                matterClass.isEmpty() ? null : matterClass,
                place(places),
                location(places),
                text("happenedAt"));
    }

    Disposition outcome() {
        return switch (text("outcome")) {
            case "answered" -> new Disposition.Answered(text("answer"));
            case "order" ->
                new Disposition.Ordered(get("orderTitle"), get("orderContent"), get("urgentKind"), get("alsoTold"));
            case "guided" -> new Disposition.Guided(text("target"), get("guidedWords"));
            case "declined" -> new Disposition.Declined(text("ground"), text("reason"));
            case "reminder" -> new Disposition.Reminded(WorkOrderNumber.ofOrder(get("order")), get("reminder"));
            case "joined" -> new Disposition.Joined(WorkOrderNumber.ofOrder(get("joinTo")));
            default -> throw new BadInput("outcome", "desk.bad.outcome");
        };
    }

    @Override
    public String toString() {
        return "IntakeForm[…]";
    }
}
