package org.shouwen.appeal.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.UncheckedAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Wish;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;

/**
 * An appeal as an integration sends it.
 *
 * @param writtenAt ISO 8601 with offset, such as {@code 2026-09-30T10:00:00+08:00}
 * @param wish how the person wishes to be told: SMS, WECHAT, MAIL, TELEPHONE or LETTER; needs what it is sent to
 */
record AppealBody(
        @Nullable String channel,
        @Nullable String channelRef,
        @Nullable String kind,
        @Nullable String matterClass,
        @Nullable String place,
        @Nullable String location,
        @Nullable String happenedAt,
        @Nullable String title,
        @Nullable String content,
        @Nullable String wants,
        @Nullable Boolean enterprise,
        @Nullable Boolean secret,
        @Nullable AppellantBody appellant,
        @Nullable String writtenAt,
        @Nullable String note,
        @Nullable String accused,
        @Nullable OutcomeBody outcome,
        @Nullable String wish) {

    /**
     * Who brings it; every part may be missing. {@code channelAccount} is the person's mark on the channel, such as
     * {@code wechat:} and an openid, or {@code mailto:} and an address. Never logged: tells nothing of itself. */
    record AppellantBody(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String channelAccount) {
        @Override
        public String toString() {
            return "AppellantBody[…]";
        }
    }

    /**
     * The desk's outcome; {@code type} says which, and which of the other parts are read.
     *
     * @param article of the knowledge base that the answer was taken from, with its version
     */
    record OutcomeBody(
            @Nullable String type,
            @Nullable String answer,
            @Nullable String title,
            @Nullable String content,
            @Nullable String urgentKind,
            @Nullable String target,
            @Nullable String words,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable String order,
            @Nullable String text,
            @Nullable String alsoTold,
            @Nullable UUID article,
            @Nullable Integer articleVersion) {
        Disposition toOutcome() {
            return switch (Text.clean(type)) {
                case "answered" -> new Disposition.Answered(Text.clean(answer));
                case "order" -> new Disposition.Ordered(title, content, urgentKind, alsoTold);
                case "guided" -> new Disposition.Guided(Text.clean(target), words);
                case "declined" -> new Disposition.Declined(Text.clean(ground), Text.clean(reason));
                case "joined" -> new Disposition.Joined(WorkOrderNumber.ofOrder(order));
                case "reminder" -> new Disposition.Reminded(WorkOrderNumber.ofOrder(order), text);
                default -> throw new BadInput("outcome.type", "problems.field.unknown", Text.clean(type));
            };
        }
    }

    NewAppeal toAppeal() {
        List<BadInput.Field> wrong = new ArrayList<>();
        Identity identity = Identity.UNNAMED;
        try {
            if (appellant != null)
                identity = Identity.of(
                        appellant.name(), appellant.phone(), appellant.address(), null, appellant.channelAccount());
        } catch (BadInput e) {
            e.fields().forEach(f -> wrong.add(new BadInput.Field("appellant." + f.field(), f.key(), f.args())));
        }
        Instant written = null;
        try {
            written = written();
        } catch (DateTimeException e) {
            wrong.add(new BadInput.Field("writtenAt", "problems.field.date"));
        }
        Wish wished = null;
        try {
            wished = Wish.read(wish).orElse(null);
        } catch (BadInput e) {
            wrong.addAll(e.fields());
        }
        if (!wrong.isEmpty()) throw new BadInput(wrong);
        return new NewAppeal(
                channel,
                channelRef,
                kind,
                matterClass,
                place,
                location,
                happenedAt,
                title,
                content,
                wants,
                Boolean.TRUE.equals(enterprise),
                Boolean.TRUE.equals(secret),
                identity,
                written,
                note,
                accused,
                wished);
    }

    private @Nullable Instant written() {
        String text = Text.clean(writtenAt);
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    /** All of it but the outcome, for words that are taken whatever is wrong around them. */
    UncheckedAppeal unchecked() {
        AppellantBody who = appellant == null ? new AppellantBody(null, null, null, null) : appellant;
        return new UncheckedAppeal(
                channel,
                channelRef,
                kind,
                matterClass,
                place,
                location,
                happenedAt,
                title,
                content,
                wants,
                Boolean.TRUE.equals(enterprise),
                Boolean.TRUE.equals(secret),
                accused,
                who.name(),
                who.phone(),
                who.address(),
                who.channelAccount(),
                writtenAt,
                note,
                "");
    }
}
