package org.shouwen.regulation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Adoptions;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Limit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Editions side by side, with what differs; a city's own takes effect here, by four eyes. */
@Controller
class EditionScreens {
    private final Editions editions;
    private final MessageSource messages;
    private final Adoptions adoptions;
    private final Forms forms;

    EditionScreens(Editions editions, Adoptions adoptions, Forms forms, MessageSource messages) {
        this.messages = messages;
        this.editions = editions;
        this.adoptions = adoptions;
        this.forms = forms;
    }

    /** @param differs whether not all editions say the same */
    record Row(String key, List<String> cells, boolean differs) {}

    @PostMapping("/editions/{id}/askings")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sha256,
            Actor by,
            Model model,
            Locale locale) {
        return forms.refused(model, () -> adoptions.ask(id, sha256, by))
                ? sideBySide(model, locale)
                : "redirect:/editions";
    }

    @PostMapping("/editions/adoptions/{id}")
    String decide(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean adopt,
            Actor by,
            Model model,
            Locale locale) {
        boolean refused = forms.refused(model, () -> {
            if (adopt == null) throw new BadInput("adopt", "problems.field.missing");
            adoptions.decide(id, adopt, by);
        });
        return refused ? sideBySide(model, locale) : "redirect:/editions";
    }

    @GetMapping("/editions")
    String sideBySide(Model model, Locale locale) {
        boolean chinese = !locale.getLanguage().equals("en");
        List<Adoptions.Proposal> proposals = adoptions.proposals();
        List<Edition> all = Stream.concat(
                        editions.all().stream(),
                        proposals.stream()
                                .filter(p -> p.state() != Adoptions.State.CHANGED)
                                .map(Adoptions.Proposal::edition))
                .sorted(Comparator.comparing((Edition e) -> !e.city().equals(editions.city()))
                        .thenComparing(Edition::city)
                        .thenComparing(Edition::effective))
                .toList();
        model.addAttribute("proposals", proposals);
        model.addAttribute("broken", adoptions.broken());
        List<Row> rows = new ArrayList<>();
        add(rows, "effective", all, e -> e.effective().toString());
        add(rows, "receipt", all, e -> text(e.receipt(), locale));
        Set<String> classes = new LinkedHashSet<>();
        all.forEach(e -> e.limitClasses().forEach(c -> classes.add(c.code())));
        add(
                rows,
                "classes",
                all,
                e -> e.limitClasses().stream()
                        .map(c -> (chinese ? c.name() : c.nameEn()) + " " + text(c.limit(), locale))
                        .collect(Collectors.joining("\n")));
        add(
                rows,
                "closing",
                all,
                e -> e.closingTime().toSecondOfDay() == 0
                        ? "24:00"
                        : e.closingTime().toString());
        add(rows, "extension", all, e -> Integer.toString(e.extensionDays()));
        add(
                rows,
                "returns",
                all,
                e -> messages.getMessage("site.editions.returns." + e.returns().kind(), null, locale) + " "
                        + text(e.returns().within(), locale));
        add(
                rows,
                "kinds",
                all,
                e -> e.kinds().stream()
                        .map(k -> chinese ? k.name() : k.nameEn())
                        .collect(Collectors.joining("\n")));
        add(
                rows,
                "urgent",
                all,
                e -> e.urgentKinds().stream()
                        .map(k -> chinese ? k.name() : k.nameEn())
                        .collect(Collectors.joining("\n")));
        add(
                rows,
                "guidance",
                all,
                e -> e.guidance().stream()
                        .map(t -> chinese ? t.name() : t.nameEn())
                        .collect(Collectors.joining("\n")));
        add(
                rows,
                "decline",
                all,
                e -> e.declineGrounds().stream()
                        .map(g -> chinese ? g.name() : g.nameEn())
                        .collect(Collectors.joining("\n")));
        model.addAttribute("editions", all);
        model.addAttribute("rows", rows);
        return "regulation/editions";
    }

    @GetMapping("/api/v1/editions")
    @ResponseBody
    List<Edition> list() {
        return editions.all();
    }

    @GetMapping("/api/v1/editions/{id}")
    @ResponseBody
    Edition get(@PathVariable String id) {
        return editions.find(id).orElseThrow(() -> new NotFound("edition", id));
    }

    private static void add(List<Row> rows, String key, List<Edition> all, Function<Edition, String> cell) {
        List<String> cells = all.stream().map(cell).toList();
        rows.add(new Row(key, cells, Set.copyOf(cells).size() > 1));
    }

    private String text(Limit limit, Locale locale) {
        return switch (limit) {
            case Limit.WorkingDays(int days) ->
                messages.getMessage("site.editions.working-days", new Object[] {days}, locale);
            case Limit.Hours(int hours) -> messages.getMessage("site.editions.hours", new Object[] {hours}, locale);
        };
    }
}
