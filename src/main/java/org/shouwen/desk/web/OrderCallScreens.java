package org.shouwen.desk.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.CallRecords;
import org.shouwen.desk.Dials;
import org.shouwen.desk.DutyPhones;
import org.shouwen.desk.OrderCalls;
import org.shouwen.directory.Directory;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls about an order, and the units' duty telephones. */
@Controller
@RequestMapping("/calls")
class OrderCallScreens {
    private final OrderCalls orders;
    private final CallRecords records;
    private final DutyPhones phones;
    private final Directory directory;
    private final Dials dials;
    private final Forms forms;

    OrderCallScreens(
            OrderCalls orders, CallRecords records, DutyPhones phones, Directory directory, Dials dials, Forms forms) {
        this.orders = orders;
        this.records = records;
        this.phones = phones;
        this.directory = directory;
        this.dials = dials;
        this.forms = forms;
    }

    @GetMapping("/orders/{number}")
    String order(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("reach", orders.reach(number, me));
        model.addAttribute("calls", records.ofAppeal(number, me));
        model.addAttribute("dials", dials.there());
        return "desk/order-calls";
    }

    @PostMapping("/orders/{number}/unit-dials")
    String dialUnit(
            @PathVariable String number,
            @RequestParam(defaultValue = "1") int turn,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        return forms.refused(model, () -> orders.dialUnit(number, turn, me))
                ? order(number, me, model)
                : "redirect:/calls/orders/" + number;
    }

    @PostMapping("/orders/{number}/person-dials")
    String dialPerson(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        return forms.refused(model, () -> orders.dialPerson(number, me))
                ? order(number, me, model)
                : "redirect:/calls/orders/" + number;
    }

    @GetMapping("/duty-phones")
    String duty(@RequestParam(required = false) @Nullable String unit, Model model) {
        String code = unit == null ? "" : unit;
        model.addAttribute("units", directory.units());
        model.addAttribute("unit", code);
        model.addAttribute("phones", phones.of(code));
        if (!model.containsAttribute("f")) model.addAttribute("f", Map.of("unit", code));
        return "desk/duty-phones";
    }

    @PostMapping("/duty-phones")
    String put(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        String unit = typed.getOrDefault("unit", "");
        if (!forms.refused(model, () -> phones.put(typed, me))) return back(unit);
        model.addAttribute("f", typed);
        return duty(unit, model);
    }

    @PostMapping("/duty-phones/{id}/removals")
    String remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal CurrentUser me) {
        phones.remove(id, me);
        return back(unit);
    }

    private static String back(String unit) {
        return unit.matches("[a-z0-9-]{1,60}")
                ? "redirect:/calls/duty-phones?unit=" + unit
                : "redirect:/calls/duty-phones";
    }
}
