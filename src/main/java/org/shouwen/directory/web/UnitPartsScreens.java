package org.shouwen.directory.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitClosing;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms on a unit's page: its sections, officers and duties. */
@Controller
@RequestMapping("/admin/units/{code}")
class UnitPartsScreens {
    private final Units units;
    private final UnitClosing closing;
    private final UnitPage page;

    UnitPartsScreens(Units units, UnitClosing closing, UnitPage page) {
        this.units = units;
        this.closing = closing;
        this.page = page;
    }

    /** Adds a section, or renames or removes the one that {@code id} names. */
    @PostMapping("/sections")
    String section(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String remove,
            Actor by,
            Model model,
            RedirectAttributes redirect) {
        UnitId unit = new UnitId(code);
        return page.saved(code, model, redirect, () -> {
            if (id == null) units.addSection(unit, name, by);
            else if (remove == null) units.putSection(unit, id, name, by);
            else units.removeSection(unit, id, by);
        });
    }

    @PostMapping("/officers")
    String officer(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable UUID section,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "true") boolean active,
            @RequestParam(defaultValue = "") String to,
            Actor by,
            Model model,
            RedirectAttributes redirect) {
        UUID which = id == null ? Units.newId() : id;
        Officer officer = new Officer(which, new UnitId(code), section, name, post, phone, active);
        return page.saved(code, model, redirect, () -> {
            if (active || to.isEmpty()) units.putOfficer(officer, by);
            else closing.leave(officer, to.equals("desk") ? null : taker(to), by);
        });
    }

    private static UUID taker(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("to", "directory.bad.taker");
        }
    }

    @PostMapping("/duties")
    String duty(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String matterClass,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String remove,
            Actor by,
            Model model,
            RedirectAttributes redirect) {
        DutyEntry entry = new DutyEntry(matterClass, place.isEmpty() ? null : place, new UnitId(code));
        return page.saved(code, model, redirect, () -> {
            if (remove == null) units.addDuty(entry, by);
            else units.removeDuty(entry, by);
        });
    }
}
