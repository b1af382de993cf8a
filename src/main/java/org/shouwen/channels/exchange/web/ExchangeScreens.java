package org.shouwen.channels.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.channels.exchange.ExchangeLists;
import org.shouwen.channels.exchange.HandingOver;
import org.shouwen.channels.exchange.OwedElsewhere;
import org.shouwen.channels.exchange.Returned;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What partners returned, what is owed to them and by them, what has not gone, and handing a matter over. */
@Controller
@RequestMapping("/desk/exchange")
class ExchangeScreens {
    private static final String BACK = "redirect:/desk/exchange";
    private static final int PAGE = 50;
    private final ExchangeLists lists;
    private final Returned returned;
    private final HandingOver handing;
    private final OwedElsewhere boards;
    private final Forms forms;

    ExchangeScreens(ExchangeLists lists, Returned returned, HandingOver handing, OwedElsewhere boards, Forms forms) {
        this.lists = lists;
        this.boards = boards;
        this.returned = returned;
        this.handing = handing;
        this.forms = forms;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "returned") String tab,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        return shown(tab, after, Map.of(), me, model);
    }

    @PostMapping
    String handOver(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(
                model,
                "number",
                "callermeasures.bad.no-such-appeal",
                () -> handing.handOver(
                        typed.get("partner"), typed.get("number"), typed.get("reason"), request.getRemoteAddr(), me)))
            return shown("returned", null, typed, me, model);
        redirect.addFlashAttribute("told", "exchange.told.handed");
        return BACK + "?tab=theirs";
    }

    @PostMapping("/{id}/settlements")
    String settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean answer,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> returned.settle(id, words, answer, me)))
            return shown("returned", null, Map.of(), me, model);
        redirect.addFlashAttribute("told", "exchange.told.settled");
        return BACK;
    }

    @PostMapping("/messages/{id}/{act}")
    String decide(@PathVariable UUID id, @PathVariable String act, @AuthenticationPrincipal CurrentUser me) {
        switch (act) {
            case "tries" -> returned.decide(id, true, me);
            case "drops" -> returned.decide(id, false, me);
            default -> throw new NotFound("act", act);
        }
        return BACK + "?tab=unsent";
    }

    @PostMapping("/partners/{code}/resumptions")
    String resume(@PathVariable String code, @AuthenticationPrincipal CurrentUser me) {
        returned.resume(code, me);
        return BACK + "?tab=unsent";
    }

    private String shown(String tab, @Nullable String after, Map<String, String> typed, CurrentUser me, Model model) {
        After from = After.parse(after);
        String at = switch (tab) {
            case "ours", "theirs", "unsent", "boards" -> tab;
            default -> "returned";
        };
        var page = switch (at) {
            case "ours" -> lists.owed(false, me, from, PAGE);
            case "theirs" -> lists.owed(true, me, from, PAGE);
            case "unsent" -> lists.unsent(me, from, PAGE);
            case "boards" -> boards.owed(me, from, PAGE);
            default -> lists.returned(me, from, PAGE);
        };
        model.addAttribute("tab", at);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute("waiting", lists.waiting(me));
        model.addAttribute("links", lists.links());
        model.addAttribute("f", typed);
        return "exchange/page";
    }
}
