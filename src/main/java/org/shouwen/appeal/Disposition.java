package org.shouwen.appeal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Redactor;
import org.shouwen.problems.WorkOrderNumber;

/** What the desk does with an appeal, at once and only once (Art. 12). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Disposition.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Disposition.Ordered.class, name = "order"),
    @JsonSubTypes.Type(value = Disposition.Guided.class, name = "guided"),
    @JsonSubTypes.Type(value = Disposition.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = Disposition.Reminded.class, name = "reminder"),
    @JsonSubTypes.Type(value = Disposition.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = Disposition.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = Disposition.Pointed.class, name = "pointed")
})
public sealed interface Disposition {
    /** 即时答复 (Art. 12.1): the answer as it was given. */
    record Answered(String answer) implements Disposition {}

    /**
     * 形成工单 (Art. 12.2).
     *
     * @param title the officer's words for the unit; null: the appeal's own
     * @param content likewise
     * @param urgentKind one of the edition's urgent kinds (Art. 17); null when it is not urgent
     * @param alsoTold code of the guidance target whom the person was told to call at once besides (Art. 8.3); null: nobody
     */
    record Ordered(
            @Nullable String title,
            @Nullable String content,
            @Nullable String urgentKind,
            @Nullable String alsoTold) implements Disposition {
        public Ordered(@Nullable String title, @Nullable String content, @Nullable String urgentKind) {
            this(title, content, urgentKind, null);
        }

        /** What goes into the order that an outcome makes; a joined appeal goes in its own words. */
        static Ordered madeBy(Disposition outcome) {
            return outcome instanceof Ordered o ? o : new Ordered(null, null, null);
        }
    }

    /**
     * 引导 (Art. 8, 12.3).
     *
     * @param target code of the edition's guidance targets
     * @param words what else the person was told; may be empty
     */
    record Guided(String target, @Nullable String words) implements Disposition {}

    /**
     * 不予受理 (Art. 9, 12.3, 12.4).
     *
     * @param ground code of the edition's grounds
     * @param reason the words in which the person was told why
     */
    record Declined(String ground, String reason) implements Disposition {}

    /** 催办 (ruling 10): a reminder on an open order instead of a new one. */
    record Reminded(
            @Nullable WorkOrderNumber order, @Nullable String text) implements Disposition {
        /** The order's number; only of what was accepted, for that names one. */
        public String number() {
            return Objects.requireNonNull(order).text();
        }
    }

    /** 并单 (ruling 10): the same matter as another person's open order; has its own record, goes under that order. */
    record Joined(@Nullable WorkOrderNumber order) implements Disposition {
        /** As {@link Reminded#number}. */
        public String number() {
            return Objects.requireNonNull(order).text();
        }
    }

    /** 当场办结 (Art. 10.2): the unit that was asked settled the request on the spot; how. */
    record Settled(String how) implements Disposition {}

    /** 指引 (Art. 10.1): the unit that was asked pointed the person to the unit that can help. */
    record Pointed(String unit, @Nullable String words) implements Disposition {}

    /** Whether an order comes of it: its own, or one that goes under another. */
    default boolean opensOrder() {
        return this instanceof Ordered || this instanceof Joined;
    }

    /** With what officers and the person wrote masked; what it is stays. */
    default Disposition scrubbed(Redactor scrub) {
        return switch (this) {
            case Answered o -> new Answered(scrub.of(o.answer()));
            case Ordered o ->
                new Ordered(scrub.ofAny(o.title()), scrub.ofAny(o.content()), o.urgentKind(), o.alsoTold());
            case Guided o -> new Guided(o.target(), scrub.ofAny(o.words()));
            case Declined o -> new Declined(o.ground(), scrub.of(o.reason()));
            case Reminded o -> new Reminded(o.order(), scrub.ofAny(o.text()));
            case Joined o -> o;
            case Settled o -> new Settled(scrub.of(o.how()));
            case Pointed o -> new Pointed(o.unit(), scrub.ofAny(o.words()));
        };
    }

    /** As rows, screens and API name it. */
    default String type() {
        return switch (this) {
            case Answered _ -> "answered";
            case Ordered _ -> "order";
            case Guided _ -> "guided";
            case Declined _ -> "declined";
            case Reminded _ -> "reminder";
            case Joined _ -> "joined";
            case Settled _ -> "settled";
            case Pointed _ -> "pointed";
        };
    }
}
