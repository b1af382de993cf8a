package org.shouwen.appeal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.shouwen.calendar.LastDay;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.notification.Message;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.AnsweredOrders;
import org.shouwen.workorder.Due;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.shouwen.workorder.OrdersMoved;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the appellant what became of the appeal, in the transaction in which it happened (Art. 12.3, 13.7). */
@Component
@Basis({Clause.A12_3, Clause.A13_7})
class AppealNotifications {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private final Outbox outbox;
    private final Editions editions;
    private final Directory directory;
    private final WorkOrderBoard board;
    private final WaitingPeople waiting;
    private final AnsweredOrders answered;
    private final JdbcClient jdbc;

    AppealNotifications(
            Outbox outbox,
            Editions editions,
            Directory directory,
            WorkOrderBoard board,
            WaitingPeople waiting,
            AnsweredOrders answered,
            JdbcClient jdbc) {
        this.outbox = outbox;
        this.editions = editions;
        this.directory = directory;
        this.board = board;
        this.waiting = waiting;
        this.answered = answered;
        this.jdbc = jdbc;
    }

    void taken(List<PreparedAppeal> submissions) {
        List<Message> messages = new ArrayList<>(submissions.size());
        for (PreparedAppeal s : submissions) {
            Appeal a = s.appeal();
            Appeal.Decision d = a.decision();
            if (d == null)
                messages.add(
                        new Message(a.appellant(), a.number(), NotificationType.RECEIVED, List.of(), a.receivedAt()));
            else messages.add(decided(a, d));
        }
        outbox.put(messages);
    }

    void told(Appeal a, Appeal.Decision d) {
        outbox.put(List.of(decided(a, d)));
    }

    private Message decided(Appeal a, Appeal.Decision d) {
        Edition edition = editions.current(d.at().atZone(Limits.ZONE).toLocalDate());
        return switch (d.outcome()) {
            case Disposition.Answered(String answer) -> message(a, d, NotificationType.ANSWERED, answer);
            case Disposition.Ordered _ -> message(a, d, NotificationType.ORDERED);
            case Disposition.Guided(String target, String words) -> {
                Edition.Target t = edition.target(target).orElseThrow();
                yield message(
                        a,
                        d,
                        NotificationType.GUIDED,
                        t.name(),
                        words == null || words.isBlank() ? t.tell() : t.tell() + words);
            }
            case Disposition.Declined(String ground, String reason) ->
                message(
                        a,
                        d,
                        NotificationType.DECLINED,
                        edition.declineGround(ground).orElseThrow().name(),
                        reason);
            case Disposition.Joined j -> message(a, d, NotificationType.JOINED, j.number());
            case Disposition.Settled(String how) -> message(a, d, NotificationType.SETTLED, unitName(a), how);
            case Disposition.Pointed(String unit, String words) ->
                message(
                        a,
                        d,
                        NotificationType.POINTED,
                        unitName(a),
                        directory.name(new UnitId(unit)),
                        directory.unit(new UnitId(unit)).map(Unit::phone).orElse(""),
                        words == null ? "" : words);
            case Disposition.Reminded r -> message(a, d, NotificationType.REMINDED, r.number());
        };
    }

    private static Message message(Appeal a, Appeal.Decision d, NotificationType moment, String... args) {
        return new Message(a.appellant(), a.number(), moment, List.of(args), d.at());
    }

    /** What moves with the order; a reminder has its own message. */
    @EventListener
    void on(OrderMoved moved) {
        switch (moved.event()) {
            case Event.Dispatched e ->
                waiting.tell(moved, NotificationType.DISPATCHED, directory.name(e.lead()), day(e.handling()));
            case Event.ReturnGranted e ->
                waiting.tell(
                        moved,
                        NotificationType.HANDED_ON,
                        directory.name(e.dispatched().lead()),
                        day(e.dispatched().handling()));
            case Event.Redispatched e ->
                waiting.tell(
                        moved,
                        NotificationType.REDISPATCHED,
                        directory.name(e.dispatched().lead()),
                        day(e.dispatched().handling()));
            case Event.ExtensionGranted e -> waiting.tell(moved, NotificationType.EXTENDED, day(e.newHandling()));
            case Event.SentBack _ -> waiting.tell(moved, NotificationType.SENT_BACK);
            case Event.Reopened _ -> waiting.tell(moved, NotificationType.REOPENED);
            case Event.Accepted _ -> waiting.tell(moved, NotificationType.CLOSED, resolution(moved));
            case Event.Joined e -> joinedLater(moved, e);
            case Event.Permitted e ->
                waiting.tellPerson(
                        moved,
                        NotificationType.PERMITTED,
                        DAY.format(e.permittedAt().atZone(Limits.ZONE)));
            case Event.Reclassified e
            when !e.oldHandling().at().equals(e.newHandling().at()) ->
                waiting.tell(moved, NotificationType.LIMIT_CHANGED, day(e.oldHandling()), day(e.newHandling()));
            case Event.Separated _ -> waiting.tell(moved, NotificationType.SEPARATED);
            // nobody but those who work on it is told of these
            case Event.Registered _,
                    Event.AccusedNamed _,
                    Event.SecrecyAsked _,
                    Event.Forgotten _,
                    Event.AnsweredForUnit _,
                    Event.Received _,
                    Event.Assigned _,
                    Event.Noted _,
                    Event.Attached _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.PartReminded _,
                    Event.PartOverdue _,
                    Event.ExtensionAsked _,
                    Event.ExtensionRefused _,
                    Event.ReturnAsked _,
                    Event.ReturnRefused _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _,
                    Event.Reclassified _,
                    Event.Reminded _,
                    Event.Rated _,
                    Event.AnsweredWithLead _,
                    Event.ReceiptOverdue _,
                    Event.HandlingOverdue _,
                    Event.Recalled _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> {}
        }
    }

    private String unitName(Appeal a) {
        return a.unit() == null ? "" : directory.name(a.unit());
    }

    /** Those who were told at the desk already are not told twice. */
    private void joinedLater(OrderMoved moved, Event.Joined e) {
        boolean atDesk = jdbc.sql("select outcome = 'joined' from intake.appeal where id = :appeal")
                .param("appeal", moved.appeal())
                .query(Boolean.class)
                .single();
        if (!atDesk) waiting.tell(moved, NotificationType.JOINED, e.lead());
    }

    /** With the mark where a notice still to come may move it (ruling 2). */
    private static String day(Due limit) {
        return LastDay.inMessage(limit.at(), limit.provisional());
    }

    /** A calendar moved limits: whoever still waits for an answer is told by when it comes now. */
    @EventListener
    void on(OrdersMoved all) {
        List<WaitingPeople.Step> steps = new ArrayList<>();
        for (OrderMoved moved : all.moved()) {
            if (moved.event() instanceof Event.LimitsMoved e
                    && !e.oldHandling().at().equals(e.newHandling().at()))
                steps.add(new WaitingPeople.Step(
                        moved, NotificationType.LIMIT_MOVED, List.of(day(e.oldHandling()), day(e.newHandling()))));
        }
        Set<UUID> known =
                answered.among(steps.stream().map(s -> s.moved().order()).toList());
        waiting.tell(
                steps.stream().filter(s -> !known.contains(s.moved().order())).toList());
    }

    private String resolution(OrderMoved moved) {
        return board.stateOfAppeal(moved.appeal())
                .filter(WorkOrder.Closed.class::isInstance)
                .map(o -> ((WorkOrder.Closed) o).report().resolution())
                .orElse("");
    }
}
