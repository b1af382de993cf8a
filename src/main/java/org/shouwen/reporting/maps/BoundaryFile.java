package org.shouwen.reporting.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads GeoJSON (RFC 7946): a FeatureCollection whose features are Polygons or MultiPolygons. A feature's {@code code} or
 * {@code adcode} is the place's; {@code inhabitants} or {@code population} a whole number; {@code schematic} true or absent.
 */
final class BoundaryFile {
    private static final int LEAST_POINTS = 4;
    private static final int MOST_POINTS = 500_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BoundaryFile() {}

    /** @param refused why each other feature was not taken */
    record Read(List<Boundary> boundaries, List<BoundaryReport.Refused> refused) {}

    /** @throws BadInput when it is no such file */
    static Read read(byte[] file, Set<String> places) {
        JsonNode root;
        try {
            root = JSON.readTree(file);
        } catch (JacksonException e) {
            throw new BadInput("file", "reporting.bad.geojson");
        }
        if (!root.path("type").asString("").equals("FeatureCollection")
                || !root.path("features").isArray()) throw new BadInput("file", "reporting.bad.geojson");
        List<Boundary> read = new ArrayList<>();
        List<BoundaryReport.Refused> refused = new ArrayList<>();
        int points = 0;
        int no = 0;
        for (JsonNode feature : root.path("features")) {
            no++;
            JsonNode properties = feature.path("properties");
            String code = first(properties, "code", "adcode", "地点代码", "代码");
            Optional<List<List<Boundary.Point>>> rings = rings(feature.path("geometry"));
            String why = code.isEmpty()
                    ? "no-code"
                    : !places.contains(code)
                            ? "no-place"
                            : read.stream().anyMatch(b -> b.place().equals(code))
                                    ? "twice"
                                    : rings.isEmpty() ? "shape" : "";
            if (!why.isEmpty() || rings.isEmpty()) {
                refused.add(new BoundaryReport.Refused(no, code, why));
                continue;
            }
            points += rings.get().stream().mapToInt(List::size).sum();
            if (points > MOST_POINTS) throw new BadInput("file", "reporting.bad.geojson-points", MOST_POINTS);
            read.add(new Boundary(
                    code,
                    rings.get(),
                    inhabitants(properties),
                    properties.path("schematic").asBoolean(false)));
        }
        return new Read(read, refused);
    }

    /** The rings of a geometry; empty when it is none, or one of them is none. */
    static Optional<List<List<Boundary.Point>>> rings(JsonNode geometry) {
        List<List<Boundary.Point>> rings = new ArrayList<>();
        boolean ok = switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(geometry.path("coordinates"), rings);
            case "MultiPolygon" -> {
                boolean all = true;
                for (JsonNode p : geometry.path("coordinates")) all &= polygon(p, rings);
                yield all;
            }
            default -> false;
        };
        return ok && !rings.isEmpty() ? Optional.of(rings) : Optional.empty();
    }

    /**
     * As a geometry to be stored. Rings lie side by side as parts: what is a hole shows by the rule of even and odd when it
     * is drawn.
     */
    static String written(Boundary b) {
        ObjectNode geometry = JSON.createObjectNode().put("type", "Polygon");
        ArrayNode rings = geometry.putArray("coordinates");
        for (List<Boundary.Point> ring : b.rings()) {
            ArrayNode points = rings.addArray();
            for (Boundary.Point p : ring) points.addArray().add(p.longitude()).add(p.latitude());
        }
        return JSON.writeValueAsString(geometry);
    }

    private static boolean polygon(JsonNode polygon, List<List<Boundary.Point>> rings) {
        for (JsonNode ring : polygon) {
            List<Boundary.Point> points = new ArrayList<>();
            for (JsonNode p : ring) {
                double x = p.path(0).asDouble(Double.NaN);
                double y = p.path(1).asDouble(Double.NaN);
                if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return false;
                points.add(new Boundary.Point(x, y));
            }
            if (points.size() < LEAST_POINTS || !points.getFirst().equals(points.getLast())) return false;
            rings.add(points);
        }
        return true;
    }

    private static @Nullable Long inhabitants(JsonNode properties) {
        for (String name : List.of("inhabitants", "population", "人口数", "人口")) {
            JsonNode n = properties.path(name);
            if (n.isIntegralNumber() && n.asLong() > 0) return n.asLong();
        }
        return null;
    }

    /** A code may be written as a number. */
    private static String first(JsonNode properties, String... names) {
        for (String name : names) {
            JsonNode n = properties.path(name);
            if (n.isString() || n.isIntegralNumber()) return n.asString().strip();
        }
        return "";
    }
}
