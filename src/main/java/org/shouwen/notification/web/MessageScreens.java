package org.shouwen.notification.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Vault;
import org.shouwen.notification.Delivery;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Templates;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The words in which people are told things, with a preview; and what could not be carried to them. */
@Controller
class MessageScreens {
    private static final String SAMPLE = "20260930-000042";
    private final Templates templates;
    private final Delivery delivery;
    private final Vault vault;
    private final Forms forms;
    private final MessageSource messages;

    MessageScreens(Templates templates, Delivery delivery, Vault vault, Forms forms, MessageSource messages) {
        this.templates = templates;
        this.delivery = delivery;
        this.vault = vault;
        this.forms = forms;
        this.messages = messages;
    }

    /** @param names what it may name */
    record Row(
            NotificationType moment,
            Templates.Way way,
            String text,
            boolean changed,
            List<String> names,
            String preview) {}

    @GetMapping("/admin/messages")
    String list(Model model, Locale locale) {
        List<Row> rows = new ArrayList<>();
        for (NotificationType m : NotificationType.values())
            for (Templates.Way way : Templates.Way.values()) {
                List<String> names = new ArrayList<>(List.of("number"));
                names.addAll(m.args());
                rows.add(new Row(
                        m,
                        way,
                        templates.text(m, way),
                        templates.changed(m, way),
                        names,
                        templates.say(m, way, SAMPLE, samples(m, locale))));
            }
        model.addAttribute("rows", rows);
        return "notification/templates";
    }

    /** Shows what the words would say; keeps nothing. */
    @PostMapping("/admin/messages/{moment}/{way}/preview")
    String preview(
            @PathVariable String moment,
            @PathVariable String way,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale) {
        NotificationType m = named(NotificationType.class, moment);
        named(Templates.Way.class, way);
        try {
            model.addAttribute("preview", templates.preview(m, text, SAMPLE, samples(m, locale)));
        } catch (BadInput e) { // half-typed: said beside the preview, as a part of the page
            model.addAttribute(
                    "wrong", FormProblem.of(e, messages, locale).fields().get("text"));
        }
        return "notification/templates :: preview";
    }

    @PostMapping("/admin/messages/{moment}/{way}")
    String keep(
            @PathVariable String moment,
            @PathVariable String way,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        NotificationType m = named(NotificationType.class, moment);
        Templates.Way w = named(Templates.Way.class, way);
        if (forms.refused(model, () -> templates.keep(m, w, text, me.actor()))) {
            model.addAttribute("typedAt", moment + way);
            model.addAttribute("typed", text);
            return list(model, locale);
        }
        redirect.addFlashAttribute("told", "messages.told.kept");
        return "redirect:/admin/messages";
    }

    @GetMapping("/desk/undelivered")
    String undelivered(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Delivery.Undelivered> page = delivery.undelivered(me, After.parse(after), 100);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "masked",
                vault.masked(page.items().stream()
                        .map(Delivery.Undelivered::appellant)
                        .toList()));
        return "notification/undelivered";
    }

    @PostMapping("/desk/undelivered/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String how,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, () -> {
            switch (act) {
                case "tries" -> delivery.again(id, me);
                case "settlements" -> delivery.settled(id, how, me);
                default -> throw new org.shouwen.problems.NotFound("act", act);
            }
        });
        if (refused) return undelivered(null, me, model);
        redirect.addFlashAttribute("told", "messages.told.settled");
        return "redirect:/desk/undelivered";
    }

    private List<String> samples(NotificationType m, Locale locale) {
        return m.args().stream()
                .map(a -> messages.getMessage("messages.sample." + a, null, Locale.SIMPLIFIED_CHINESE))
                .toList();
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("moment", "problems.field.unknown", name));
    }
}
