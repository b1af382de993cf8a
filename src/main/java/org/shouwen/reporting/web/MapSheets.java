package org.shouwen.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.maps.Boundary;
import org.shouwen.reporting.maps.MapFigures;
import org.shouwen.tables.SheetWriter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The table beside the map as xlsx. */
@Controller
class MapSheets {
    private final MapFigures figures;
    private final MapScreens map;
    private final KeyNames names;
    private final InstantSource clock;

    MapSheets(MapFigures figures, MapScreens map, KeyNames names, InstantSource clock) {
        this.figures = figures;
        this.map = map;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/map.xlsx")
    void sheet(
            @RequestParam(defaultValue = "") String in,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse answer)
            throws IOException {
        Period period = map.period(from, to);
        List<String> about = List.of(
                names.say("reporting.nav.map"),
                names.say("reporting.sheet.period", period.from(), period.to()),
                Sheets.made(names, clock));
        List<String> heads = List.of(
                names.say("reporting.by.PLACE"),
                names.say("reporting.map.code"),
                names.say("reporting.map.shade.taken"),
                names.say("reporting.map.inhabitants"),
                names.say("reporting.map.shade.per-10000"),
                names.say("reporting.map.late-cases"),
                names.say("reporting.raw-cases"),
                names.say("reporting.map.shade.late"));
        try (SheetWriter sheet = Sheets.open(answer, "map", names.say("reporting.nav.map"), about, heads)) {
            for (MapFigures.Row r : figures.rows(in, period)) {
                Boundary b = r.boundary();
                sheet.row(Arrays.asList(
                        r.place().fullName(),
                        r.place().code(),
                        r.taken(),
                        b == null ? null : b.inhabitants(),
                        r.perTenThousand(),
                        r.lateCases(),
                        r.handled(),
                        r.late()));
            }
        }
    }
}
