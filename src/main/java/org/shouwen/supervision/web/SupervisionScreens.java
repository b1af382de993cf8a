package org.shouwen.supervision.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Uploads;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.supervision.Issuable;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.supervision.Trigger;
import org.shouwen.workorder.OrderSummaries;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Triggers that wait for a ruling, supervisions out and due, and the page of one with its document and its answer. */
@Controller
@RequestMapping("/supervisions")
class SupervisionScreens {
    private static final int PAGE = 100;
    private final Supervisions supervisions;
    private final Issuable issuable;
    private final OrderSummaries summaries;
    private final Papers papers;
    private final OrderTextRedactor orderWords;
    private final Forms forms;
    private final TransactionTemplate transaction;

    SupervisionScreens(
            Supervisions supervisions,
            Issuable issuable,
            OrderSummaries summaries,
            Papers papers,
            OrderTextRedactor orderWords,
            Forms forms,
            TransactionTemplate transaction) {
        this.supervisions = supervisions;
        this.issuable = issuable;
        this.summaries = summaries;
        this.papers = papers;
        this.orderWords = orderWords;
        this.forms = forms;
        this.transaction = transaction;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String triggersAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        boolean rules = me.has(Role.SUPERVISOR) || me.has(Role.DISPATCHER);
        model.addAttribute("rules", rules);
        if (me.ofPlatform()) {
            Page<Trigger> triggers = supervisions.triggers(me, After.parse(triggersAfter), PAGE);
            model.addAttribute("triggersPage", triggers);
            model.addAttribute("triggers", triggers.items());
            model.addAttribute("offers", issuable.of(triggers.items(), me));
            model.addAttribute(
                    "asked",
                    summaries.of(triggers.items().stream().map(Trigger::order).toList(), me));
        }
        Page<Supervision> page = supervisions.list(me, After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "about",
                summaries.of(page.items().stream().map(Supervision::order).toList(), me));
        return "supervision/list";
    }

    /** Issues a supervision, or rules that there is none; {@code as} is level and way of one button, such as FIRST/PHONE. */
    @PostMapping
    String issue(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(required = false) @Nullable UUID trigger,
            @RequestParam(required = false) @Nullable String dismiss,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, () -> {
            if (dismiss != null && trigger != null)
                supervisions.dismiss(trigger, SupervisionActs.DISMISS.read(Raw.form(typed)), me);
            else {
                String[] parts = (as + "/").split("/", -1);
                SupervisionActs.Issue i = SupervisionActs.ISSUE.read(
                        Raw.form(typed).and("level", List.of(parts[0])).and("how", List.of(parts[1])));
                supervisions.issue(i.order(), i.level(), i.how(), i.words(), me);
            }
        });
        if (refused) {
            model.addAttribute("typedTrigger", trigger);
            model.addAttribute("typedWords", typed.getFirst("words"));
            return list(null, null, me, model);
        }
        redirect.addFlashAttribute("told", dismiss != null ? "supervision.told.dismissed" : "supervision.told.issued");
        return "redirect:/supervisions";
    }

    /** A person names a plain mistake in the handling of an order. */
    @PostMapping("/triggers")
    String name(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, "order", "workorder.bad.no-such-order", () -> {
            SupervisionActs.Name n = SupervisionActs.NAME.read(Raw.form(typed));
            supervisions.name(n.order(), n.words(), me);
        });
        if (refused) {
            model.addAttribute("typed", typed.toSingleValueMap());
            return list(null, null, me, model);
        }
        redirect.addFlashAttribute("told", "supervision.told.named");
        return "redirect:/supervisions";
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        Supervision s = supervisions.get(number, me);
        model.addAttribute("s", s);
        boolean platform = me.has(Role.SUPERVISOR) || me.has(Role.DISPATCHER);
        model.addAttribute(
                "answers",
                s.open() && (s.unit().equals(me.unit()) || (platform && s.level() == Supervision.Level.FIRST)));
        PaperRef signed = s.signed();
        model.addAttribute(
                "signed",
                signed == null
                        ? null
                        : papers.find(Supervisions.KIND + "/" + number, signed.id())
                                .orElse(null));
        return "supervision/show";
    }

    @PostMapping("/{number}/answers")
    String answer(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile signed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        Supervision asked = supervisions.get(number, me);
        if (forms.refused(
                model,
                () -> transaction.executeWithoutResult(_ -> supervisions.answer(
                        number, SupervisionActs.ANSWER.read(Raw.form(typed)), paper(asked, signed, me), me)))) {
            model.addAttribute("typedWords", typed.getFirst("words"));
            return show(number, me, model);
        }
        redirect.addFlashAttribute("told", "supervision.told.answered");
        return "redirect:/supervisions/" + number;
    }

    private @Nullable PaperRef paper(Supervision asked, @Nullable MultipartFile file, CurrentUser me) {
        if (file == null || Uploads.none(file)) return null;
        try {
            return papers.keep(
                    Supervisions.KIND + "/" + asked.number(),
                    "signed",
                    "signed-outcome",
                    orderWords.unnamed(asked.orderNumber(), String.valueOf(file.getOriginalFilename()), me.actor()),
                    file.getBytes(),
                    me.actor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
