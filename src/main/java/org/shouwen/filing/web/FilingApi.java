package org.shouwen.filing.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.filing.Filed;
import org.shouwen.filing.Register;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which units have filed their first-inquiry rules, and who is late (Art. 15); the paper itself is filed on the screen. */
@RestController
@RequestMapping("/api/v1/filings")
class FilingApi {
    private final Register register;

    FilingApi(Register register) {
        this.register = register;
    }

    record Line(
            String unit,
            LocalDate due,
            boolean late,
            @Nullable Filed filed) {}

    record Page(List<Line> items) {}

    @GetMapping
    Page list(@AuthenticationPrincipal CurrentUser by) {
        UnitId unit = by.unit();
        List<Register.Line> lines = unit == null ? register.lines() : List.of(register.of(unit));
        return new Page(lines.stream()
                .map(l -> new Line(l.unit().id().code(), l.due(), l.late(), l.filed()))
                .toList());
    }
}
