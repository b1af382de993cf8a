package org.shouwen.reporting.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.TypedPeriod;
import org.shouwen.reporting.maps.Boundaries;
import org.shouwen.reporting.maps.Boundary;
import org.shouwen.reporting.maps.MapDrawing;
import org.shouwen.reporting.maps.MapFigures;
import org.shouwen.reporting.maps.Shades;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A map of counties, then of towns, then the list; beside it the same as a table and in words (Art. 2). */
@Controller
class MapScreens {
    /** By what places are shaded; the first where nobody says. */
    static final List<String> SHADED = List.of("per-10000", "late", "taken");

    private final MapFigures figures;
    private final Boundaries boundaries;
    private final Directory directory;
    private final KeyNames names;
    private final Forms forms;
    private final InstantSource clock;

    MapScreens(
            MapFigures figures,
            Boundaries boundaries,
            Directory directory,
            KeyNames names,
            Forms forms,
            InstantSource clock) {
        this.figures = figures;
        this.boundaries = boundaries;
        this.directory = directory;
        this.names = names;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * @param shown value by which it is shaded, with its unit; empty where it is not known
     * @param area null where no boundary was loaded
     * @param link to its own map where it is divided, else to its list
     */
    record Shape(MapFigures.Row row, String shown, int shade, MapDrawing.@Nullable Area area, String link) {
        public String name() {
            return row.place().name();
        }
    }

    @GetMapping("/map")
    String map(
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "per-10000") String shade,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        fill(in, shade, from, to, model);
        return "reporting/map";
    }

    void fill(String in, String shade, @Nullable String from, @Nullable String to, Model model) {
        if (!SHADED.contains(shade)) throw new BadInput("shade", "problems.field.unknown", shade);
        Place above = in.isEmpty() ? null : directory.place(in).orElseThrow(() -> new NotFound("place", in));
        Period period = period(from, to);
        List<MapFigures.Row> rows = figures.rows(in, period);
        String query = "from=" + period.from() + "&to=" + period.to();
        List<Shape> shapes = shapes(rows, shade, query);
        model.addAttribute("period", period);
        model.addAttribute("shade", shade);
        model.addAttribute("shaded", SHADED);
        model.addAttribute("in", in);
        model.addAttribute("above", above);
        model.addAttribute("query", query);
        model.addAttribute("shapes", shapes);
        model.addAttribute("height", drawing(rows).height());
        model.addAttribute("width", MapDrawing.WIDTH);
        model.addAttribute(
                "schematic",
                rows.stream().anyMatch(r -> r.boundary() != null && r.boundary().schematic()));
        model.addAttribute("says", says(shapes, shade));
    }

    private List<Shape> shapes(List<MapFigures.Row> rows, String shade, String query) {
        List<MapDrawing.Area> areas = drawing(rows).areas();
        Shades shades = new Shades(rows.stream().map(r -> value(r, shade)).toList());
        List<Shape> shapes = new ArrayList<>();
        for (MapFigures.Row r : rows) {
            BigDecimal value = value(r, shade);
            String code = r.place().code();
            shapes.add(new Shape(
                    r,
                    value == null ? "" : value.toPlainString() + (shade.equals("late") ? "%" : ""),
                    shades.of(value),
                    areas.stream()
                            .filter(a -> a.place().equals(code))
                            .findFirst()
                            .orElse(null),
                    r.divided()
                            ? "/map?in=" + code + "&shade=" + shade + "&" + query
                            : "/figures/taken/numerator?place=" + code + "&" + query));
        }
        return shapes;
    }

    private static MapDrawing drawing(List<MapFigures.Row> rows) {
        List<Boundary> drawn = rows.stream()
                .map(MapFigures.Row::boundary)
                .filter(Objects::nonNull)
                .toList();
        return MapDrawing.of(drawn);
    }

    private static @Nullable BigDecimal value(MapFigures.Row r, String shade) {
        return switch (shade) {
            case "late" -> r.late();
            case "taken" -> BigDecimal.valueOf(r.taken());
            default -> r.perTenThousand();
        };
    }

    /** The map in one sentence, for whoever can not see it. */
    private String says(List<Shape> shapes, String shade) {
        List<Shape> known = shapes.stream()
                .filter(s -> s.shade() > 0)
                .sorted(Comparator.comparing(s -> Objects.requireNonNull(value(s.row(), shade))))
                .toList();
        if (known.isEmpty()) return names.say("reporting.map.nothing");
        return names.say(
                "reporting.map.says",
                names.say("reporting.map.shade." + shade),
                known.getLast().row().place().name(),
                known.getLast().shown(),
                known.getFirst().row().place().name(),
                known.getFirst().shown());
    }

    @PostMapping("/map/boundaries")
    String boundaries(@RequestParam(required = false) @Nullable MultipartFile file, Actor by, Model model)
            throws IOException {
        byte[] sent = file == null ? new byte[0] : file.getBytes();
        forms.refused(model, () -> model.addAttribute("report", boundaries.take(sent, by)));
        return map("", SHADED.getFirst(), null, null, model);
    }

    Period period(@Nullable String from, @Nullable String to) {
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        return TypedPeriod.read(from, to, today);
    }
}
