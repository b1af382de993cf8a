package org.shouwen.workorder.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.workorder.AppellantRemarks;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderHolder;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.Tab;
import org.shouwen.workorder.UnitInbox;
import org.shouwen.workorder.WorkOrders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit's inbox. */
@Controller
class InboxScreens {
    private static final int PAGE = 50;
    private final UnitInbox inbox;
    private final WorkOrders orders;
    private final Directory directory;
    private final ManyOrders many;
    private final AppellantRemarks remarks;

    InboxScreens(UnitInbox inbox, WorkOrders orders, Directory directory, ManyOrders many, AppellantRemarks remarks) {
        this.inbox = inbox;
        this.orders = orders;
        this.directory = directory;
        this.many = many;
        this.remarks = remarks;
    }

    @GetMapping("/unit/inbox")
    String inbox(
            @AuthenticationPrincipal CurrentUser me,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        UnitId unit = Objects.requireNonNull(me.unit(), "only people of a unit come here");
        Map<Tab, Long> counts = inbox.counts(me);
        Tab shown = tab(tab, counts, me);
        Page<OrderLine> page = inbox.of(me, shown, After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "fresh",
                remarks.fresh(page.items().stream().map(OrderLine::number).toList(), me));
        model.addAttribute("tab", shown);
        model.addAttribute("tabs", tabs(counts));
        model.addAttribute("holders", holders(page.items()));
        model.addAttribute("counts", counts);
        model.addAttribute("unitName", directory.name(unit));
        return "workorder/inbox";
    }

    /** Receives all that were ticked. */
    @PostMapping("/unit/inbox")
    String receive(
            @RequestParam(required = false) @Nullable List<String> number,
            @AuthenticationPrincipal CurrentUser me,
            RedirectAttributes redirect,
            Locale locale) {
        List<String> ticked = number == null ? List.of() : number;
        if (ticked.isEmpty()) redirect.addFlashAttribute("noneTicked", true);
        List<ManyOrders.Result> results = many.each(
                ticked, n -> orders.act(n, new Command.Receive(), me, null).orThrow(), me, locale);
        redirect.addFlashAttribute("received", ManyOrders.done(results));
        redirect.addFlashAttribute("notReceived", ManyOrders.not(results));
        return "redirect:/unit/inbox";
    }

    /** Section and person who have each order; nothing where the unit has given it to nobody. */
    private Map<String, String> holders(List<OrderLine> lines) {
        Map<String, String> holders = new LinkedHashMap<>();
        for (OrderLine l : lines) holders.put(l.number(), OrderHolder.words(l.section(), l.officer(), directory));
        return holders;
    }

    /** "Mine" is there for whoever can have an order. */
    private static List<Tab> tabs(Map<Tab, Long> counts) {
        return Stream.of(Tab.values())
                .filter(t -> t != Tab.MINE || counts.containsKey(t))
                .toList();
    }

    /** What burns first, where no tab was asked for; for who only handles orders, what is theirs. */
    private static Tab tab(String asked, Map<Tab, Long> counts, CurrentUser me) {
        for (Tab t : tabs(counts)) if (t.name().equals(asked)) return t;
        if (!me.has(Role.UNIT_DESK) && !me.has(Role.UNIT_LEADER) && counts.getOrDefault(Tab.MINE, 0L) > 0)
            return Tab.MINE;
        if (counts.getOrDefault(Tab.TO_RECEIVE, 0L) > 0) return Tab.TO_RECEIVE;
        if (counts.getOrDefault(Tab.OVERDUE, 0L) > 0) return Tab.OVERDUE;
        return Tab.IN_HAND;
    }
}
