package org.shouwen.workorder.web;

import java.time.Instant;
import java.util.Locale;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderHolder;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a step of an order's way says, in words; templates call it {@code @eventWords}. */
@Component("eventWords")
public class EventWords {
    private static final java.time.format.DateTimeFormatter TIME =
            java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final MessageSource messages;
    private final Directory directory;
    private final HeadingWords headings;
    private final ContactWays ways;

    EventWords(MessageSource messages, Directory directory, HeadingWords headings, ContactWays ways) {
        this.ways = ways;
        this.headings = headings;
        this.messages = messages;
        this.directory = directory;
    }

    /** Empty where the step's name says it all. */
    public String of(Event event, Locale locale) {
        return switch (event) {
            case Event.Assigned e -> OrderHolder.words(e.section(), e.officer(), directory);
            case Event.Dispatched e -> dispatched(e, locale);
            case Event.Received e -> e.late() ? text("workorder.mark.receipt", locale) : "";
            case Event.Noted e -> e.text();
            case Event.Contacted e -> ways.of(e.how(), locale) + "：" + e.said();
            case Event.Contributed e -> directory.name(e.unit()) + "：" + e.text();
            case Event.ReportedOutcome e ->
                e.withoutParts().isEmpty() ? "" : text("workorder.told.without-parts", locale, e.withoutParts());
            case Event.Accepted e -> e.note();
            case Event.SentBack e -> e.reason();
            case Event.Reopened e -> e.words();
            case Event.Reminded e -> e.text();
            case Event.Rated e -> rated(e, locale);
            case Event.Reclassified e ->
                text(
                        "workorder.told.reclassified",
                        locale,
                        headings.limitClass(e.from(), locale),
                        headings.limitClass(e.to(), locale),
                        due(e.oldHandling().at()),
                        due(e.newHandling().at()),
                        e.reason());
            case Event.LimitsMoved e ->
                text(
                        "workorder.told.moved",
                        locale,
                        due(e.oldHandling().at()),
                        due(e.newHandling().at()));
            case Event.ReceiptOverdue e -> text("workorder.told.since", locale, due(e.since()));
            case Event.HandlingOverdue e -> text("workorder.told.since", locale, due(e.since()));
            case Event.PartOverdue e ->
                directory.name(e.unit()) + " " + text("workorder.told.since", locale, due(e.since()));
            case Event.PartReminded e -> directory.name(e.unit()) + "：" + e.text();
            case Event.ExtensionAsked e ->
                text(
                        "workorder.told.extension",
                        locale,
                        e.days(),
                        e.reason(),
                        e.basis(),
                        time(e.toldAt()),
                        ways.of(e.toldHow(), locale));
            case Event.ExtensionGranted e ->
                text(
                        "workorder.told.extended",
                        locale,
                        e.days(),
                        due(e.oldHandling().at()),
                        due(e.newHandling().at()),
                        e.note());
            case Event.ExtensionRefused e -> e.reason();
            case Event.ReturnAsked e -> text("workorder.told.return", locale, e.statement(), e.rulingNumber());
            case Event.ReturnGranted e ->
                text(
                        "workorder.told.handed-on",
                        locale,
                        directory.name(e.from()),
                        dispatched(e.dispatched(), locale),
                        e.note());
            case Event.Recalled e -> directory.name(e.from()) + "：" + e.reason();
            case Event.Redispatched e ->
                text(
                        "workorder.told.elsewhere",
                        locale,
                        directory.name(e.from()),
                        dispatched(e.dispatched(), locale),
                        e.reason());
            case Event.MatterCorrected e -> headings.changed(e, locale);
            case Event.IntakeAsked e -> e.text();
            case Event.IntakeAnswered e -> e.text();
            case Event.Registered _, Event.Attached _, Event.Forgotten _ -> "";
            case Event.AccusedNamed e ->
                e.unit() == null && !e.unclear()
                        ? text("workorder.shield.outside", locale) + " " + e.accused()
                        : (e.unit() == null ? "" : directory.name(e.unit()) + " ") + e.accused();
            case Event.SecrecyAsked e -> e.how();
            case Event.Permitted e -> time(e.permittedAt()) + " " + e.how();
            case Event.AnsweredForUnit e -> ways.of(e.how(), locale) + "：" + e.said();
            case Event.ReturnRefused e -> e.reason();
            case Event.UrgencyRaised e -> e.reason();
            case Event.Phoned e ->
                text(
                        e.answeredBy().isEmpty() ? "workorder.told.unanswered" : "workorder.told.phoned",
                        locale,
                        directory.name(e.unit()),
                        e.called(),
                        time(e.calledAt()),
                        e.answeredBy());
            case Event.Joined e -> text("workorder.told.joined", locale, e.lead());
            case Event.Separated e -> e.reason();
            case Event.AnsweredWithLead e -> text("workorder.told.answered-with-lead", locale, e.lead());
            case Event.OnSite e -> time(e.arrivedAt()) + " " + e.who();
            case Event.BackToNormal e -> time(e.restoredAt()) + " " + e.note();
        };
    }

    private String dispatched(Event.Dispatched e, Locale locale) {
        return text(
                "workorder.told.dispatched",
                locale,
                directory.name(e.lead()),
                due(e.handling().at()));
    }

    private static String time(Instant at) {
        return at.atZone(Limits.ZONE).format(TIME);
    }

    /** 24:00 of the last day rather than 0:00 of the next. */
    private static String due(Instant at) {
        var end = at.atZone(Limits.ZONE);
        return end.toLocalTime().toSecondOfDay() == 0 ? end.toLocalDate().minusDays(1) + " 24:00" : time(at);
    }

    private String rated(Event.Rated e, Locale locale) {
        String said = text(e.resolved() ? "workorder.rated.resolved" : "workorder.rated.unresolved", locale) + " · "
                + text(e.satisfied() ? "workorder.rated.satisfied" : "workorder.rated.unsatisfied", locale);
        return e.words().isEmpty() ? said : said + "：" + e.words();
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
