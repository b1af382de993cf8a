package org.shouwen.workorder.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Limit;
import org.shouwen.workorder.Assignment;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.OrderHolder;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the order page: the order, the explanation of its limits, and which acts are this person's now. */
@Component
class OrderView {
    private final WorkOrderBoard board;
    private final Directory directory;
    private final Editions editions;
    private final WorkCalendar calendar;
    private final Papers papers;
    private final OrderSurroundings surroundings;
    private final InstantSource clock;

    OrderView(
            WorkOrderBoard board,
            Directory directory,
            Editions editions,
            WorkCalendar calendar,
            Papers papers,
            OrderSurroundings surroundings,
            InstantSource clock) {
        this.surroundings = surroundings;
        this.papers = papers;
        this.board = board;
        this.directory = directory;
        this.editions = editions;
        this.calendar = calendar;
        this.clock = clock;
    }

    void fill(Model model, String number, CurrentUser me) {
        OrderPage page = board.page(number, me);
        Assignment duty = page.order().dutyOrNull();
        Instant now = clock.instant();
        Edition edition =
                duty == null ? editions.current(now.atZone(Limits.ZONE).toLocalDate()) : editions.get(duty.edition());
        model.addAttribute("page", me.ofPlatform() ? page : page.forUnits());
        model.addAttribute("shielded", page.shield().any());
        model.addAttribute("duty", duty);
        model.addAttribute("holder", OrderHolder.words(duty, directory));
        if (duty != null && duty.assignedPast(me, OrderHolder.section(me, directory)))
            model.addAttribute("askWhom", OrderHolder.askWhom(duty, directory));
        model.addAttribute("report", page.order().reportOrNull());
        model.addAttribute("edition", edition);
        List<String> may = may(page, edition, me, now);
        model.addAttribute("may", may);
        model.addAttribute("next", AvailableActions.next(may, page.order()));
        model.addAttribute("urgent", page.urgent());
        model.addAttribute("papers", board.files(page, me) ? papers.there(OrderFiles.subject(number)) : List.of());
        model.addAttribute(
                "nowLocal",
                now.atZone(Limits.ZONE).toLocalDateTime().withNano(0).withSecond(0));
        if (duty != null) {
            model.addAttribute("receiptDays", explain(duty.dispatchedAt(), edition.receipt()));
            model.addAttribute(
                    "handlingDays",
                    explain(
                            duty.dispatchedAt(),
                            edition.limitClass(duty.limitClass()).orElseThrow().limit()));
            int more = duty.asked().daysExtended();
            if (more > 0) {
                Instant first = Limits.due(
                                duty.dispatchedAt(),
                                edition.limitClass(duty.limitClass())
                                        .orElseThrow()
                                        .limit(),
                                edition.closingTime(),
                                calendar.current())
                        .due();
                model.addAttribute("firstLimit", first);
                model.addAttribute("extendedDays", explain(first.minusNanos(1), new Limit.WorkingDays(more)));
            }
            model.addAttribute("limitClassName", name(edition, duty.limitClass()));
            model.addAttribute(
                    "leadPhone", directory.unit(duty.lead()).map(Unit::phone).orElse(""));
            model.addAttribute("sections", directory.sections(duty.lead()));
            model.addAttribute("officers", directory.officers(duty.lead()));
        }
        surroundings.fill(model, page, me);
        boolean closed = board.identityWithheld(page, me);
        model.addAttribute("closed", closed);
        List<PaperRef> came = papers.there(OrderPapers.appealSubject(number));
        List<PaperRef> shown = closed
                ? List.of()
                : came.stream().filter(p -> OrderPapers.shown(p, me)).toList();
        model.addAttribute("came", shown);
        model.addAttribute("kept", came.size() - shown.size());
        List<UnitId> accused = page.shield().accusedUnits();
        model.addAttribute(
                "above",
                accused.stream()
                        .flatMap(u -> directory.above(u).stream())
                        .filter(u -> !accused.contains(u))
                        .distinct()
                        .toList());
        boolean dispatches = page.order().state() == WorkOrder.State.REGISTERED && me.has(Role.DISPATCHER);
        boolean returning = duty != null && duty.asked().returning() != null;
        if (dispatches) model.addAttribute("same", board.sameMatter(page, me));
        model.addAttribute("allUnits", me.ofPlatform() ? directory.units() : List.of());
        boolean moves = duty != null && me.has(Role.DISPATCHER);
        if (me.has(Role.DISPATCHER) || me.has(Role.SUPERVISOR)) {
            model.addAttribute(
                    "kinds",
                    editions.current(now.atZone(Limits.ZONE).toLocalDate()).kinds());
            model.addAttribute("classes", directory.matterClasses());
            model.addAttribute(
                    "placeName",
                    directory.place(page.matter().place()).map(Place::fullName).orElse(""));
            model.addAttribute(
                    "towns",
                    directory.placesUnder(null).stream()
                            .flatMap(p -> Stream.concat(Stream.of(p), directory.placesUnder(p.code()).stream()))
                            .toList());
        }
        if (dispatches || moves || (returning && me.ofPlatform())) {
            model.addAttribute(
                    "suggested",
                    directory.suggest(page.matter().matterClass(), page.matter().place()));
            model.addAttribute(
                    "units", directory.units().stream().filter(u -> u.active()).toList());
            model.addAttribute(
                    "usualClass",
                    directory
                            .matterClass(page.matter().matterClass())
                            .map(c -> String.valueOf(c.limitClass()))
                            .orElse("ordinary"));
        }
    }

    /** Nothing more is done with an order whose appellant's term has run out. */
    private List<String> may(OrderPage page, Edition edition, CurrentUser me, Instant now) {
        boolean over = page.order() instanceof WorkOrder.Closed || page.order() instanceof WorkOrder.Joined;
        return over && board.forgotten(page.id())
                ? List.of()
                : AvailableActions.of(
                        page,
                        edition,
                        calendar.current(),
                        me,
                        OrderHolder.section(me, directory),
                        now,
                        board.platformAnswers(page));
    }

    String name(Edition edition, @Nullable String limitClass) {
        boolean chinese = org.springframework.context.i18n.LocaleContextHolder.getLocale()
                .getLanguage()
                .equals(Locale.CHINESE.getLanguage());
        return limitClass == null
                ? ""
                : edition.limitClass(limitClass)
                        .map(c -> chinese ? c.name() : c.nameEn())
                        .orElse(limitClass);
    }

    private List<Limits.Step> explain(Instant from, Limit limit) {
        return Limits.explain(from, limit, calendar.current());
    }
}
