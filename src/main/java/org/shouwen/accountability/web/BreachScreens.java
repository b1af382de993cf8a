package org.shouwen.accountability.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accountability.BreachesOfTheYear;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.attachments.Served;
import org.shouwen.directory.Directory;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of breaches and the page of one; the Bureau's alone. */
@Controller
@RequestMapping("/breaches")
class BreachScreens {
    private final Accountability accountability;
    private final Directory directory;
    private final Forms forms;
    private final ReferralLetter letter;
    private final BreachesOfTheYear year;

    BreachScreens(
            Accountability accountability,
            Directory directory,
            Forms forms,
            ReferralLetter letter,
            BreachesOfTheYear year) {
        this.year = year;
        this.letter = letter;
        this.accountability = accountability;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Breach> page = accountability.list(me, After.parse(after), 100);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute("units", directory.units());
        model.addAttribute("grounds", Breach.GROUNDS);
        model.addAttribute("toRefer", year.toRefer(me));
        model.addAttribute("counts", year.counts());
        return "accountability/list";
    }

    @PostMapping
    String open(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        String[] number = {""};
        boolean refused = forms.refused(model, "order", "workorder.bad.no-such-order", () -> {
            BreachActs.Open o = BreachActs.OPEN.read(Raw.form(typed));
            number[0] = accountability
                    .open(o.unit(), o.person(), o.ground(), o.order(), o.words(), me)
                    .number();
        });
        if (refused) {
            model.addAttribute("typed", typed.toSingleValueMap());
            return list(null, me, model);
        }
        redirect.addFlashAttribute("told", "accountability.told.opened");
        return "redirect:/breaches/" + number[0];
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("b", accountability.get(number, me));
        model.addAttribute("mitigating", Breach.MITIGATING);
        model.addAttribute("leads", Breach.LEADS);
        return "accountability/show";
    }

    /** The 移送函 as it stands ready (23.4). */
    @GetMapping("/{number}/referral")
    ResponseEntity<byte[]> referral(@PathVariable String number, @AuthenticationPrincipal CurrentUser me) {
        Breach b = accountability.get(number, me);
        if (!Boolean.TRUE.equals(b.upheld())) throw new NotFound("referral", number);
        return Served.document(letter.of(b).docx(), "移送函-" + number + ".docx");
    }

    @PostMapping("/{number}/hearings")
    String hear(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return saved(
                number,
                me,
                model,
                redirect,
                () -> accountability.hear(number, BreachActs.HEAR.read(Raw.form(typed)), me));
    }

    @PostMapping("/{number}/findings")
    String find(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return saved(number, me, model, redirect, () -> {
            BreachActs.Find f = BreachActs.FIND.read(Raw.form(typed));
            accountability.find(number, f.upheld(), f.finding(), f.sanction(), f.mitigation(), me);
        });
    }

    @PostMapping("/{number}/referrals")
    String refer(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return saved(number, me, model, redirect, () -> {
            BreachActs.Refer r = BreachActs.REFER.read(Raw.form(typed));
            accountability.refer(number, r.lead(), r.to(), me);
        });
    }

    private String saved(String number, CurrentUser me, Model model, RedirectAttributes redirect, Runnable asked) {
        if (forms.refused(model, asked)) return show(number, me, model);
        redirect.addFlashAttribute("told", "accountability.told.saved");
        return "redirect:/breaches/" + number;
    }
}
