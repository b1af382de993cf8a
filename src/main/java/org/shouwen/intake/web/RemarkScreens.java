package org.shouwen.intake.web;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.intake.Appeal;
import org.shouwen.intake.Appeals;
import org.shouwen.intake.Objection;
import org.shouwen.intake.Objections;
import org.shouwen.intake.Remarks;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What appellants said after the appeal, until a named person has read it, and what they object to (ruling 40). */
@Controller
class RemarkScreens {
    private static final int PAGE = 100;
    private final Remarks remarks;
    private final Objections objections;
    private final AppealScreens appeals;
    private final Appeals appealsById;
    private final Forms forms;

    RemarkScreens(Remarks remarks, Objections objections, AppealScreens appeals, Appeals appealsById, Forms forms) {
        this.appealsById = appealsById;
        this.remarks = remarks;
        this.objections = objections;
        this.appeals = appeals;
        this.forms = forms;
    }

    @GetMapping("/desk/appeals/remarks")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String objectedAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Remarks.AtDesk> said = remarks.waiting(me, After.parse(after), PAGE);
        Page<Objection> objected = objections.waiting(me, After.parse(objectedAfter), PAGE);
        model.addAttribute("page", said);
        model.addAttribute("said", said.items());
        model.addAttribute("objectedPage", objected);
        model.addAttribute("objected", objected.items());
        model.addAttribute(
                "numberOf",
                appealsById
                        .withIds(
                                objected.items().stream().map(Objection::appeal).toList(), me)
                        .stream()
                        .collect(Collectors.toMap(Appeal::id, Appeal::number)));
        return "intake/remarks";
    }

    /** @param back where it was read: the list, or else the appeal's page */
    @PostMapping("/appeals/{number}/remarks/{id}/readings")
    String read(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentUser me) {
        remarks.read(number, id, me);
        return switch (back) {
            case "list" -> "redirect:/desk/appeals/remarks";
            case "desk" -> "redirect:/desk/appeals/" + number;
            default -> "redirect:/appeals/" + number;
        };
    }

    @PostMapping("/orders/{number}/remarks/{id}/readings")
    String readAtOrder(@PathVariable String number, @PathVariable UUID id, @AuthenticationPrincipal CurrentUser me) {
        remarks.readAtOrder(number, id, me);
        return "redirect:/orders/" + number;
    }

    @PostMapping("/appeals/{number}/objections/{id}/rulings")
    String rule(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        boolean refused = forms.refused(model, () -> {
            if (upheld == null) throw new BadInput("upheld", "problems.field.missing");
            objections.rule(number, id, upheld, reason, me).orThrow();
        });
        if (!refused) return "redirect:/appeals/" + number;
        model.addAttribute("typedReason", reason);
        return appeals.show(number, me, model);
    }
}
