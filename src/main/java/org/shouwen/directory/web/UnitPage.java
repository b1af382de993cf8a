package org.shouwen.directory.web;

import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One unit's page, shown again with what is wrong when a form on it could not be taken. */
@Component
class UnitPage {
    private final Directory directory;
    private final Forms forms;

    UnitPage(Directory directory, Forms forms) {
        this.directory = directory;
        this.forms = forms;
    }

    String show(String code, Model model) {
        UnitId id = new UnitId(code);
        Unit unit = directory.unit(id).orElseThrow(() -> new NotFound("unit", code));
        model.addAttribute("unit", unit);
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("allUnits", directory.units());
        model.addAttribute(
                "successors",
                directory.units().stream()
                        .filter(u -> u.active() && !u.id().equals(id))
                        .toList());
        model.addAttribute("sections", directory.sections(id));
        model.addAttribute("officers", directory.officers(id));
        model.addAttribute(
                "duties",
                directory.duties().stream().filter(d -> d.unit().equals(id)).toList());
        model.addAttribute("classes", directory.matterClasses());
        model.addAttribute("counties", directory.placesUnder(null));
        return "directory/unit";
    }

    String saved(String code, Model model, RedirectAttributes redirect, Runnable asked) {
        if (forms.refused(model, asked)) return show(code, model);
        redirect.addFlashAttribute("told", "directory.told.saved");
        return "redirect:/admin/units/" + code;
    }
}
