package org.shouwen.reporting.evaluation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureRegistry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a scheme as the Bureau writes it, and says what is wrong in it. */
final class SchemeFile {
    private static final int MOST_LEAST_CASES = 1000;
    private static final int MOST_OBJECTION_DAYS = 30;

    /** Of the scheme's name and those of its groups: they stand in addresses of files and in heads of tables. */
    private static final int LONGEST_WORD = 100;

    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 6;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private SchemeFile() {}

    /** @throws BadInput naming what can not be used */
    static Scheme read(String text, FigureRegistry figures, Directory directory) {
        JsonNode root = tree(text);
        Scheme scheme = new Scheme(
                word(root, "id"),
                word(root, "title"),
                new Period(day(root, "from"), day(root, "to")),
                whole(root, "leastCases", 10, MOST_LEAST_CASES),
                whole(root, "objectionDays", 5, MOST_OBJECTION_DAYS),
                groups(root.path("groups"), directory),
                weighted(root.path("figures"), figures),
                additions(root.path("additions"), figures));
        BigDecimal sum =
                scheme.figures().stream().map(Scheme.Weighted::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(Scheme.FULL) != 0) throw bad("weights", sum.toPlainString());
        return scheme;
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode root = YAMLMapper.builder().build().readTree(text);
            if (root == null || !root.isObject()) throw bad("missing", "id");
            return root;
        } catch (JacksonException e) {
            throw bad(
                    "yaml",
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        }
    }

    private static List<Scheme.Group> groups(JsonNode from, Directory directory) {
        List<Scheme.Group> groups = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (JsonNode g : from) {
            List<String> units = new ArrayList<>();
            for (JsonNode u : g.path("units")) {
                String unit = u.asString("");
                if (directory.unit(new UnitId(unit)).isEmpty()) throw bad("unit", unit);
                if (!seen.add(unit)) throw bad("unit-twice", unit);
                units.add(unit);
            }
            if (units.isEmpty()) throw bad("missing", "groups.units");
            String id = word(g, "id");
            if (!names.add(id)) throw bad("group-twice", id);
            groups.add(new Scheme.Group(id, word(g, "name"), units));
        }
        if (groups.isEmpty()) throw bad("missing", "groups");
        return groups;
    }

    private static List<Scheme.Weighted> weighted(JsonNode from, FigureRegistry figures) {
        List<Scheme.Weighted> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode f : from) {
            Figure figure = figure(f, figures);
            if (!seen.add(figure.id())) throw bad("figure-twice", figure.id());
            BigDecimal weight = number(f, "weight");
            if (weight.signum() <= 0) throw bad("weight", figure.id());
            all.add(new Scheme.Weighted(
                    figure.id(), figure.version(), weight, f.path("adjusted").asBoolean(true), curve(f, figure.id())));
        }
        return all;
    }

    private static Scheme.Curve curve(JsonNode f, String figure) {
        List<Scheme.Step> steps = new ArrayList<>();
        Set<BigDecimal> from = new HashSet<>();
        for (JsonNode s : f.path("steps")) {
            Scheme.Step step = new Scheme.Step(number(s, "from"), number(s, "points"));
            if (step.points().signum() < 0 || step.points().compareTo(Scheme.FULL) > 0) throw bad("points", figure);
            if (!from.add(step.from().stripTrailingZeros())) throw bad("step-twice", figure);
            steps.add(step);
        }
        BigDecimal floor = f.has("floor") ? number(f, "floor") : null;
        BigDecimal goal = f.has("goal") ? number(f, "goal") : null;
        boolean linear = floor != null && goal != null && floor.compareTo(goal) != 0;
        if (linear == !steps.isEmpty()) throw bad("curve", figure);
        return new Scheme.Curve(floor, goal, steps);
    }

    private static List<Scheme.Addition> additions(JsonNode from, FigureRegistry figures) {
        List<Scheme.Addition> all = new ArrayList<>();
        for (JsonNode a : from) {
            Figure figure = figure(a, figures);
            BigDecimal each = number(a, "each");
            BigDecimal most = number(a, "most");
            if (figure.measure() != Figure.Measure.COUNT || each.signum() * most.signum() <= 0)
                throw bad("addition", figure.id());
            all.add(new Scheme.Addition(figure.id(), each, most));
        }
        return all;
    }

    private static Figure figure(JsonNode f, FigureRegistry figures) {
        String id = word(f, "figure");
        Figure figure = figures.find(id).orElseThrow(() -> bad("figure", id));
        if (!figure.measured()) throw bad("not-measured", id);
        int version = f.path("version").asInt(figure.version());
        if (version != figure.version()) throw bad("version", id);
        return figure;
    }

    private static LocalDate day(JsonNode n, String key) {
        try {
            LocalDate day = LocalDate.parse(word(n, key));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) throw bad("day", key);
            return day;
        } catch (DateTimeException e) {
            throw bad("day", key);
        }
    }

    private static int whole(JsonNode n, String key, int otherwise, int most) {
        if (!n.has(key)) return otherwise;
        if (!n.path(key).isInt()) throw bad("number", key);
        int value = n.path(key).intValue();
        if (value < 0 || value > most) throw bad("number", key);
        return value;
    }

    private static BigDecimal number(JsonNode n, String key) {
        JsonNode v = n.path(key);
        if (!v.isNumber() || !Double.isFinite(v.doubleValue())) throw bad("number", key);
        BigDecimal value = v.decimalValue();
        if (value.abs().compareTo(GREATEST) > 0 || value.scale() > MOST_DECIMALS) throw bad("number", key);
        return value;
    }

    private static String word(JsonNode n, String key) {
        JsonNode v = n.path(key);
        String text = v.isValueNode() ? v.asString("").strip() : "";
        if (text.isEmpty()) throw bad("missing", key);
        if (text.length() > LONGEST_WORD || text.chars().anyMatch(Character::isISOControl)) throw bad("word", key);
        return text;
    }

    private static BadInput bad(String what, @Nullable Object which) {
        return new BadInput("text", "reporting.bad.scheme." + what, which);
    }
}
