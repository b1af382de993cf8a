package org.shouwen.callback.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.calendar.Limits;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callbacks;
import org.shouwen.directory.Directory;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.OrderTitles;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The call list; then the next number, the script, four answers, next (Art. 14). */
@Controller
@RequestMapping("/callbacks")
class CallbackScreens {
    private static final int PAGE = 100;
    private final Callbacks callbacks;
    private final WorkOrderBoard board;
    private final OrderTitles titles;
    private final Directory directory;
    private final Editions editions;
    private final InstantSource clock;
    private final Forms forms;

    CallbackScreens(
            Callbacks callbacks,
            WorkOrderBoard board,
            OrderTitles titles,
            Directory directory,
            Editions editions,
            InstantSource clock,
            Forms forms) {
        this.callbacks = callbacks;
        this.board = board;
        this.titles = titles;
        this.directory = directory;
        this.editions = editions;
        this.clock = clock;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String doneAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Callback> waiting = callbacks.waiting(me, After.parse(after), PAGE);
        Page<Callback> done = callbacks.done(me, After.parse(doneAfter), PAGE);
        model.addAttribute("page", waiting);
        model.addAttribute("waiting", waiting.items());
        model.addAttribute("donePage", done);
        model.addAttribute("done", done.items());
        List<String> numbers = new ArrayList<>(numbers(waiting));
        numbers.addAll(numbers(done));
        model.addAttribute("titles", titles.of(numbers, me));
        model.addAttribute("rates", callbacks.rates());
        model.addAttribute("usualRate", callbacks.usualRate());
        model.addAttribute("units", directory.units());
        model.addAttribute(
                "edition", editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate()));
        return "callback/list";
    }

    static List<String> numbers(Page<Callback> page) {
        return page.items().stream().map(Callback::orderNumber).toList();
    }

    @PostMapping("/rates")
    String rate(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String limitClass,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "false") boolean drop,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, () -> {
            if (drop) callbacks.dropRate(any(unit), any(kind), any(limitClass), me);
            else callbacks.rate(any(unit), any(kind), any(limitClass), number(percent), me);
        });
        if (refused) return list(null, null, me, model);
        redirect.addFlashAttribute("told", "callback.told.rate");
        return "redirect:/callbacks";
    }

    private static @Nullable String any(String chosen) {
        return chosen.isBlank() ? null : chosen.strip();
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new BadInput("percent", "problems.field.unreadable");
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        Callback c = callbacks.get(id);
        OrderPage page = board.page(c.orderNumber(), me);
        model.addAttribute("c", c);
        model.addAttribute("page", page);
        model.addAttribute("report", page.order() instanceof WorkOrder.Closed o ? o.report() : null);
        return "callback/show";
    }

    @PostMapping("/{id}")
    String answer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, () -> callbacks.answer(id, CallbackActs.CALL.read(Raw.one(typed)), me));
        if (refused) {
            model.addAttribute("typed", typed);
            return show(id, me, model);
        }
        redirect.addFlashAttribute("told", "callback.told.called");
        return callbacks.waiting(me, null, 1).items().stream()
                .findFirst()
                .map(next -> "redirect:/callbacks/" + next.id())
                .orElse("redirect:/callbacks");
    }
}
