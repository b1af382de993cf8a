package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Busy;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Page;
import org.shouwen.problems.Refusal;
import org.shouwen.workorder.TypedLead;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 直接受理: a unit registers what people bring to it directly, and its register (Art. 10). */
@Controller
@RequestMapping("/unit/intake")
class UnitIntakeScreens {
    private static final int PAGE = 30;
    private final Intake intake;
    private final Appeals appeals;
    private final AppealVisibility readable;
    private final Vault vault;
    private final IntakePageModel desk;
    private final Directory directory;
    private final IntakeFormReader reader;
    private final MessageSource messages;

    UnitIntakeScreens(
            Intake intake,
            Appeals appeals,
            AppealVisibility readable,
            Vault vault,
            IntakePageModel desk,
            Directory directory,
            IntakeFormReader reader,
            MessageSource messages) {
        this.reader = reader;
        this.intake = intake;
        this.appeals = appeals;
        this.readable = readable;
        this.vault = vault;
        this.desk = desk;
        this.directory = directory;
        this.messages = messages;
    }

    @GetMapping
    String form(
            @AuthenticationPrincipal CurrentUser me,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        if (model.getAttribute("codeOf") instanceof String appeal)
            model.addAttribute("code", intake.code(UUID.fromString(appeal)));
        return fill(model, me, Map.of(), after);
    }

    @PostMapping
    String register(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> assisting,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            HttpServletResponse response) {
        IntakeForm form = new IntakeForm(typed);
        try {
            Origin origin = Origin.of(me, form.text("key"));
            Receipt receipt = form.text("outcome").equals("platform")
                    ? intake.submit(reader.appeal(form), origin, me.actor(), me.unit())
                    : intake.takeAtUnit(
                                    reader.appeal(form),
                                    outcome(form),
                                    TypedLead.read(form.get("limitClass"), assisting),
                                    origin,
                                    me)
                            .orThrow();
            redirect.addFlashAttribute("taken", receipt.number());
            if (intake.urgency(reader.appeal(form)).danger()) redirect.addFlashAttribute("danger", true);
            // the code itself is kept nowhere
            if (!receipt.code().isEmpty())
                redirect.addFlashAttribute("codeOf", receipt.id().toString());
            return "redirect:/unit/intake";
        } catch (BadInput | Refusal | Busy e) {
            FormProblem problem = e instanceof Busy
                    ? new FormProblem(503, messages.getMessage("problems.busy", null, locale), "", Map.of())
                    : FormProblem.of(e, messages, locale);
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return fill(model, me, typed, null);
        }
    }

    static Disposition outcome(IntakeForm form) {
        return switch (form.text("outcome")) {
            case "answered" -> new Disposition.Answered(form.text("answer"));
            case "pointed" -> new Disposition.Pointed(form.text("pointedUnit"), form.get("pointedWords"));
            case "settled" -> new Disposition.Settled(form.text("how"));
            case "order" -> new Disposition.Ordered(null, null, form.get("urgentKind"));
            default -> throw new BadInput("outcome", "desk.bad.outcome");
        };
    }

    private String fill(Model model, CurrentUser me, Map<String, String> typed, @Nullable String after) {
        UnitId unit = Objects.requireNonNull(me.unit(), "only people of a unit come here");
        Map<String, String> fields = new HashMap<>(typed);
        fields.putIfAbsent("key", UUID.randomUUID().toString());
        fields.putIfAbsent("channel", "phone");
        fields.putIfAbsent("kind", "consultation");
        fields.putIfAbsent("limitClass", "ordinary");
        desk.lists(model);
        desk.urgency(model, fields.get("content"));
        Page<Appeal> page = appeals.ofUnit(unit, After.parse(after), PAGE);
        List<Appeal> rows = page.items();
        model.addAttribute("f", fields);
        Set<UUID> kept = readable.kept(rows);
        Map<UUID, String> titles = new HashMap<>();
        for (Appeal a : rows)
            if (!kept.contains(a.id()))
                titles.put(a.id(), vault.scrub(a.appellant()).of(a.words().title()));
        model.addAttribute("rows", rows);
        model.addAttribute("titles", titles);
        model.addAttribute(
                "masked",
                vault.masked(rows.stream()
                        .filter(a -> !kept.contains(a.id()))
                        .map(Appeal::appellant)
                        .toList()));
        model.addAttribute("page", page);
        model.addAttribute(
                "others",
                directory.units().stream()
                        .filter(Unit::active)
                        .filter(u -> !u.id().equals(unit))
                        .toList());
        model.addAttribute("unitName", directory.name(unit));
        return "desk/unit";
    }
}
