package org.shouwen.knowledge.web;

import org.shouwen.knowledge.Enterprises;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 便民服务企业名录: for the staff, and what of it is open to citizens (Art. 4). */
@Controller
class EnterpriseScreens {
    private final Enterprises enterprises;

    EnterpriseScreens(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @GetMapping("/knowledge/enterprises")
    String staff(@RequestParam(defaultValue = "") String q, Model model) {
        return shown(q, false, model, "knowledge/enterprises");
    }

    @GetMapping("/answers/enterprises")
    String citizens(@RequestParam(defaultValue = "") String q, Model model) {
        return shown(q, true, model, "knowledge/public-enterprises");
    }

    private String shown(String q, boolean citizens, Model model, String page) {
        model.addAttribute("q", q);
        Enterprises.Listed listed = enterprises.listed(q, citizens);
        model.addAttribute("listed", listed);
        model.addAttribute("lines", listed.lines());
        return page;
    }
}
