package org.shouwen.callback.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.callback.Callback;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
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

/** An agent's own callbacks: the list, one call after the other. */
@Controller
@RequestMapping("/given-callbacks")
class GivenCallbackScreens {
    private static final String BASE = "/given-callbacks";
    private static final int PAGE = 100;
    private final GivenCallbacks given;
    private final WorkOrderBoard board;
    private final OrderTitles titles;
    private final Forms forms;

    GivenCallbackScreens(GivenCallbacks given, WorkOrderBoard board, OrderTitles titles, Forms forms) {
        this.titles = titles;
        this.given = given;
        this.board = board;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Callback> waiting = given.own(me, After.parse(after), PAGE);
        model.addAttribute("page", waiting);
        model.addAttribute("waiting", waiting.items());
        model.addAttribute("titles", titles.of(CallbackScreens.numbers(waiting), me));
        return "callback/given";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        Callback c = given.get(id, me);
        OrderPage page = board.page(c.orderNumber(), me);
        model.addAttribute("base", BASE);
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
        if (forms.refused(model, () -> given.answer(id, CallbackActs.CALL.read(Raw.one(typed)), me))) {
            model.addAttribute("typed", typed);
            return show(id, me, model);
        }
        redirect.addFlashAttribute("told", "callback.told.called");
        return given.own(me, null, 1).items().stream()
                .findFirst()
                .map(next -> "redirect:" + BASE + "/" + next.id())
                .orElse("redirect:" + BASE);
    }
}
