package org.shouwen.channels.events.web;

import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.channels.events.Receivers;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told of events, what waits for them and what went wrong. */
@Controller
@RequestMapping("/admin/event-receivers")
class ReceiverScreens {
    private static final String BACK = "redirect:/admin/event-receivers";
    private final Receivers receivers;
    private final Forms forms;

    ReceiverScreens(Receivers receivers, Forms forms) {
        this.receivers = receivers;
        this.forms = forms;
    }

    @GetMapping
    String page(Model model) {
        return shown(Map.of("types", "work_order.* appeal.*", "batch", "100"), model);
    }

    @PostMapping
    String add(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(
                model,
                () -> redirect.addFlashAttribute(
                        "secret",
                        receivers.add(
                                typed.get("name"), typed.get("address"), typed.get("types"), typed.get("batch"), me))))
            return shown(typed, model);
        return BACK;
    }

    @PostMapping("/{id}/pauses")
    String pause(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me) {
        receivers.pause(id, me);
        return BACK;
    }

    @PostMapping("/{id}/resumptions")
    String resume(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me) {
        receivers.resume(id, me);
        return BACK;
    }

    @PostMapping("/{id}/removals")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me) {
        receivers.remove(id, me);
        return BACK;
    }

    @PostMapping("/{id}/secrets")
    String renew(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, RedirectAttributes redirect) {
        redirect.addFlashAttribute("secret", receivers.renewSecret(id, me));
        return BACK;
    }

    private String shown(Map<String, String> typed, Model model) {
        model.addAttribute("rows", receivers.all());
        model.addAttribute("types", receivers.types());
        model.addAttribute("f", typed);
        return "events/receivers";
    }
}
