package org.shouwen.appeal.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Objections;
import org.shouwen.appeal.Remarks;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A named person reads what an appellant said after the appeal, and rules on what they object to (ruling 40). */
@Controller
class RemarkScreens {
    private final Remarks remarks;
    private final Objections objections;
    private final AppealScreens appeals;
    private final Forms forms;

    RemarkScreens(Remarks remarks, Objections objections, AppealScreens appeals, Forms forms) {
        this.remarks = remarks;
        this.objections = objections;
        this.appeals = appeals;
        this.forms = forms;
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
