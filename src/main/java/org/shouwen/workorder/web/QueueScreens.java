package org.shouwen.workorder.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Page;
import org.shouwen.workorder.AppellantRemarks;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dispatcher's two queues; {@link InboxScreens} has the unit's. */
@Controller
class QueueScreens {
    private static final int PAGE = 50;
    private final WorkOrderBoard board;
    private final WorkOrders orders;
    private final Directory directory;
    private final ManyOrders many;
    private final AppellantRemarks remarks;
    private final DispatchProposals proposed;

    QueueScreens(
            WorkOrderBoard board,
            WorkOrders orders,
            Directory directory,
            ManyOrders many,
            AppellantRemarks remarks,
            DispatchProposals proposed) {
        this.proposed = proposed;
        this.remarks = remarks;
        this.board = board;
        this.orders = orders;
        this.directory = directory;
        this.many = many;
    }

    /** @param suggestion what is proposed; null when neither decisions nor the duty list name anybody */
    record ToDispatch(OrderLine line, DispatchProposals.@Nullable Proposed suggestion, String usualClass) {}

    @GetMapping("/desk/dispatch")
    String dispatch(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<OrderLine> page = board.toDispatch(me, After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items().stream().map(this::suggested).toList());
        fresh(page, me, model);
        // what is urgent is on top, and does not hide who waits longest
        model.addAttribute(
                "longest",
                board.longestToDispatch(me)
                        .filter(l -> !page.items().contains(l))
                        .orElse(null));
        return "workorder/dispatch";
    }

    /** Takes what is proposed for each order that was ticked. */
    @PostMapping("/desk/dispatch")
    String dispatchAsSuggested(
            @RequestParam(required = false) @Nullable List<String> number,
            @AuthenticationPrincipal CurrentUser me,
            RedirectAttributes redirect,
            Locale locale) {
        List<String> ticked = number == null ? List.of() : number;
        if (ticked.isEmpty()) redirect.addFlashAttribute("noneTicked", true);
        Map<String, ToDispatch> waiting = new LinkedHashMap<>();
        for (OrderLine line : board.toDispatch(me, ticked)) waiting.put(line.number(), suggested(line));
        List<ManyOrders.Result> results = many.each(ticked, n -> dispatch(n, waiting.get(n), me, locale), me, locale);
        redirect.addFlashAttribute("dispatched", ManyOrders.done(results));
        redirect.addFlashAttribute("notDispatched", ManyOrders.not(results));
        return "redirect:/desk/dispatch";
    }

    /** As the list suggested it, where nothing has happened to it since. */
    private void dispatch(String number, @Nullable ToDispatch row, CurrentUser me, Locale locale) {
        if (row == null) {
            String since = many.since(number, me, locale).orElse("");
            throw new BadInput("number", "workorder.batch.because", since);
        }
        if (row.line().intakeAskedAt() != null) throw new BadInput("number", "workorder.refused.question-open");
        if (row.suggestion() == null) throw new BadInput("number", "workorder.batch.no-suggestion");
        Command command = new Command.Dispatch(
                row.suggestion().unit(),
                row.suggestion().assisting(),
                row.suggestion().limitClass());
        orders.act(number, command, me, row.line().version()).orThrow();
    }

    /** Whose person has said something that nobody of the reader's side has read (ruling 40). */
    private void fresh(Page<OrderLine> page, CurrentUser me, Model model) {
        model.addAttribute(
                "fresh",
                remarks.fresh(page.items().stream().map(OrderLine::number).toList(), me));
    }

    private ToDispatch suggested(OrderLine line) {
        return new ToDispatch(line, proposed.of(line).orElse(null), usual(line));
    }

    private String usual(OrderLine line) {
        String usual = directory
                .matterClass(line.matterClass())
                .map(MatterClass::limitClass)
                .orElse(null);
        return usual == null ? "ordinary" : usual;
    }

    @GetMapping("/desk/reports")
    String reports(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<OrderLine> page = board.toDecide(me, After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        fresh(page, me, model);
        return "workorder/reports";
    }
}
