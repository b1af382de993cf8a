package org.shouwen.notification;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Editions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a unit is told, in a line; templates call it {@code @staffNoticeWords}. */
@Component("staffNoticeWords")
public class StaffNoticeWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private final MessageSource messages;
    private final Editions editions;

    StaffNoticeWords(MessageSource messages, Editions editions) {
        this.messages = messages;
        this.editions = editions;
    }

    /** As it is carried outside the page, in Chinese: the city, what, which order if any, by when; nothing of the matter. */
    String carried(StaffNotice n) {
        String line = of(n.kind(), n.due(), Locale.SIMPLIFIED_CHINESE);
        return messages.getMessage(
                n.kind().ofOrder() ? "messages.staff.carried" : "messages.staff.carried.knowledge",
                new Object[] {editions.city(), n.order(), line},
                Locale.SIMPLIFIED_CHINESE);
    }

    /** A mail's subject; the same for all, as subjects are shown on locked telephones and kept by servers. */
    String subject() {
        return messages.getMessage("messages.staff.subject", new Object[] {editions.city()}, Locale.SIMPLIFIED_CHINESE);
    }

    public String of(StaffNotice.Kind kind, @Nullable Instant due, Locale locale) {
        String what = messages.getMessage("messages.staff.kind." + kind.name(), null, locale);
        return due == null
                ? what
                : messages.getMessage(
                        "messages.staff.due." + kind.group().name(), new Object[] {what, due(due)}, locale);
    }

    /** 24:00 of the last day rather than 0:00 of the next. */
    private static String due(Instant at) {
        ZonedDateTime end = at.atZone(Limits.ZONE);
        return end.toLocalTime().toSecondOfDay() == 0
                ? end.minusDays(1).format(DateTimeFormatter.ofPattern("MM-dd")) + " 24:00"
                : end.format(TIME);
    }
}
