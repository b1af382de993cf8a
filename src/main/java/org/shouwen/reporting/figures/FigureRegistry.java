package org.shouwen.reporting.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.NotFound;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All figures, in the order in which pages show them; read from {@code reporting/figures.yaml}. */
@Component
public class FigureRegistry {
    private final Map<String, Figure> byId;

    FigureRegistry() {
        Map<String, Figure> read = new LinkedHashMap<>();
        for (JsonNode n : file()) {
            Figure f = figure(n);
            if (read.put(f.id(), f) != null) throw new IllegalStateException("two figures are called " + f.id());
        }
        byId = read;
    }

    public List<Figure> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Figure> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws NotFound when no figure has this identifier */
    public Figure get(String id) {
        return find(id).orElseThrow(() -> new NotFound("figure", id));
    }

    private static JsonNode file() {
        try (InputStream in = Objects.requireNonNull(
                FigureRegistry.class.getResourceAsStream("/reporting/figures.yaml"), "reporting/figures.yaml")) {
            return YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure figure(JsonNode n) {
        String id = text(n, "id");
        JsonNode missing = n.path("missing");
        Part numerator = part(n, "numerator");
        if (missing.isMissingNode() && numerator == null) throw new IllegalStateException(id + " counts nothing");
        return new Figure(
                id,
                n.path("version").asInt(1),
                constant(Figure.Group.class, text(n, "group")),
                constant(Figure.Basis.class, text(n, "basis")),
                constant(Figure.ValueUnit.class, text(n, "unit")),
                constant(Figure.Measure.class, text(n, "measure")),
                numerator,
                part(n, "denominator"),
                words(n.path("zh")),
                words(n.path("en")),
                missing.isMissingNode() ? null : new Figure.Missing(text(missing, "zh"), text(missing, "en")));
    }

    private static Figure.Words words(JsonNode n) {
        return new Figure.Words(
                text(n, "name"),
                text(n, "says"),
                n.path("numerator").asString(""),
                n.path("denominator").asString(""));
    }

    private static @Nullable Part part(JsonNode n, String key) {
        return n.has(key) ? Part.parse(text(n, key)) : null;
    }

    private static <E extends Enum<E>> E constant(Class<E> of, String text) {
        return Enum.valueOf(of, text.toUpperCase(Locale.ROOT));
    }

    private static String text(JsonNode n, String key) {
        JsonNode value = n.path(key);
        if (!value.isString() || value.stringValue().isBlank())
            throw new IllegalStateException("a figure lacks " + key + ": " + n);
        return value.stringValue().strip();
    }
}
