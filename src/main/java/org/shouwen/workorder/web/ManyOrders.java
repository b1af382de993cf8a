package org.shouwen.workorder.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One act on many orders: each is taken alone, and of those that were not done the true reason is said. */
@Component
class ManyOrders {
    /** Most that one request names. */
    static final int MOST = 200;

    private static final Set<String> TOO_LATE =
            Set.of("workorder.refused.not-awaiting-receipt", "workorder.refused.already-dispatched");

    private static final java.time.format.DateTimeFormatter TIME =
            java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final WorkOrderBoard board;
    private final Directory directory;
    private final MessageSource messages;

    ManyOrders(WorkOrderBoard board, Directory directory, MessageSource messages) {
        this.board = board;
        this.directory = directory;
        this.messages = messages;
    }

    /** @param reason why it was not done; empty when it was */
    record Result(String number, boolean done, String reason) {}

    /** What cannot be done to one does not keep the others from it. A number that is named twice is taken once. */
    List<Result> each(List<String> numbers, Consumer<String> act, CurrentUser me, Locale locale) {
        if (numbers.size() > MOST) throw new BadInput("numbers", "workorder.bad.too-many", MOST);
        List<Result> results = new ArrayList<>();
        for (String number : new LinkedHashSet<>(numbers)) {
            try {
                act.accept(number);
                results.add(new Result(number, true, ""));
            } catch (NotFound e) {
                results.add(new Result(number, false, gone(me, locale)));
            } catch (Refusal e) {
                results.add(new Result(number, false, refused(number, e, me, locale)));
            } catch (Stale e) {
                results.add(new Result(number, false, text("workorder.batch.changed", locale)));
            } catch (BadInput e) {
                results.add(new Result(
                        number,
                        false,
                        String.join(
                                "；",
                                new TreeMap<>(FormProblem.of(e, messages, locale)
                                                .fields())
                                        .values())));
            }
        }
        return results;
    }

    /** An act that came too late is told what happened meanwhile; any other refusal says itself why. */
    private String refused(String number, Refusal e, CurrentUser me, Locale locale) {
        String why = FormProblem.of(e, messages, locale).text();
        if (!TOO_LATE.contains(e.key())) return why;
        try {
            return since(number, me, locale).orElse(why);
        } catch (NotFound gone) {
            return gone(me, locale);
        }
    }

    /** A unit is not told whether an order is elsewhere or is none at all. */
    private String gone(CurrentUser me, Locale locale) {
        return text(me.ofPlatform() ? "workorder.batch.unknown" : "workorder.batch.gone", locale);
    }

    static int done(List<Result> results) {
        return (int) results.stream().filter(Result::done).count();
    }

    /** Numbers and reasons of those that were not done, for a page. */
    static Map<String, String> not(List<Result> results) {
        Map<String, String> not = new java.util.LinkedHashMap<>();
        for (Result r : results) if (!r.done()) not.put(r.number(), r.reason());
        return not;
    }

    /** What happened to an order meanwhile, where that is why an act came too late. */
    Optional<String> since(String number, CurrentUser me, Locale locale) {
        OrderPage page = board.page(number, me);
        return switch (page.order()) {
            case WorkOrder.Registered _ -> Optional.empty();
            case WorkOrder.Joined o -> Optional.of(text("workorder.batch.joined", locale, o.lead()));
            case WorkOrder.AwaitingReceipt o ->
                Optional.of(text(
                        "workorder.batch.with", locale, directory.name(o.duty().lead())));
            case WorkOrder.InHand _ ->
                page.way().reversed().stream()
                        .filter(h -> h.event() instanceof Event.Received)
                        .findFirst()
                        .map(h -> text("workorder.batch.received-by", locale, h.by().name(), time(h.at())));
            case WorkOrder.Reported _ -> Optional.of(text("workorder.batch.reported", locale));
            case WorkOrder.Closed _ -> Optional.of(text("workorder.batch.closed", locale));
        };
    }

    String text(String key, Locale locale, Object... args) {
        return String.valueOf(messages.getMessage(key, args, key, locale));
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(Limits.ZONE));
    }
}
