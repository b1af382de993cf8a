package org.shouwen.reporting.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.problems.BadInput;

/** Boundaries as they are read from GeoJSON, drawn and shaded. */
class MapDrawingTest {
    private static final String SQUARE = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";

    private static BoundaryFile.Read read(String... features) {
        String file = "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
        return BoundaryFile.read(file.getBytes(StandardCharsets.UTF_8), Set.of("210602", "210603"));
    }

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    @Test
    void what_is_no_place_no_polygon_or_there_twice_is_refused_by_its_number_and_the_rest_is_taken() {
        BoundaryFile.Read r = read(
                feature("\"adcode\":210602,\"population\":190000", "Polygon", SQUARE),
                feature("\"code\":\"210602\"", "Polygon", SQUARE),
                feature("\"code\":\"999999\"", "Polygon", SQUARE),
                feature("\"name\":\"?\"", "Polygon", SQUARE),
                feature("\"code\":\"210603\"", "Polygon", "[[[0,0],[1,0],[1,1]]]"),
                feature("\"code\":\"210603\"", "Point", "[0,0]"),
                feature("\"code\":\"210603\"", "Polygon", "[[[0,0],[300,0],[1,1],[0,0]]]"));
        assertThat(r.boundaries()).singleElement().satisfies(b -> {
            assertThat(b.place()).isEqualTo("210602");
            assertThat(b.inhabitants()).isEqualTo(190_000);
        });
        assertThat(r.refused()).extracting(BoundaryReport.Refused::no).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(r.refused())
                .extracting(BoundaryReport.Refused::why)
                .containsExactly("twice", "no-place", "no-code", "shape", "shape", "shape");
    }

    @Test
    void what_is_no_geojson_is_refused_as_a_whole() {
        assertThatThrownBy(() -> BoundaryFile.read("code,name".getBytes(StandardCharsets.UTF_8), Set.of()))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> BoundaryFile.read("{\"type\":\"Feature\"}".getBytes(StandardCharsets.UTF_8), Set.of()))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void north_is_above_and_the_label_stands_in_the_middle_of_the_largest_part() {
        BoundaryFile.Read r = read(
                feature("\"code\":\"210602\"", "Polygon", "[[[0,1],[1,1],[1,2],[0,2],[0,1]]]"),
                feature(
                        "\"code\":\"210603\"",
                        "MultiPolygon",
                        "[[[[0,0],[0.1,0],[0.1,0.1],[0,0.1],[0,0]]],[[[0.2,0],[1,0],[1,1],[0.2,1],[0.2,0]]]]"));
        MapDrawing map = MapDrawing.of(r.boundaries());
        assertThat(map.height()).isLessThanOrEqualTo(760);
        MapDrawing.Area north = map.areas().getFirst();
        MapDrawing.Area south = map.areas().getLast();
        assertThat(north.y()).isLessThan(south.y());
        assertThat(south.x()).isGreaterThan(north.x());
        assertThat(south.path()).startsWith("M").endsWith("Z").containsOnlyOnce("ZM");
        assertThat(MapDrawing.of(List.of()).height()).isZero();
    }

    /** Other libraries take one ratio for all the earth; see docs/behaviours.md. */
    @Test
    void a_degree_to_the_east_is_as_wide_as_it_is_there() {
        for (int latitude : List.of(18, 40, 53)) {
            int to = latitude + 1;
            String square = "[[[110,%1$d],[111,%1$d],[111,%2$d],[110,%2$d],[110,%1$d]]]".formatted(latitude, to);
            String path = MapDrawing.of(read(feature("\"code\":\"210602\"", "Polygon", square))
                            .boundaries())
                    .areas()
                    .getFirst()
                    .path();
            List<Integer> numbers = java.util.regex.Pattern.compile("\\d+")
                    .matcher(path)
                    .results()
                    .map(m -> Integer.parseInt(m.group()))
                    .toList();
            double wide = over(numbers, 0);
            assertThat(wide / over(numbers, 1))
                    .as(latitude + "° N: " + path)
                    .isCloseTo(Math.cos(Math.toRadians(latitude + 0.5)), within(0.01));
        }
    }

    private static double over(List<Integer> numbers, int from) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int i = from; i < numbers.size(); i += 2) {
            least = Math.min(least, numbers.get(i));
            most = Math.max(most, numbers.get(i));
        }
        return most - least;
    }

    @Test
    void the_highest_fifth_is_darkest_equal_values_are_equal_and_what_is_not_known_has_no_shade() {
        List<BigDecimal> values = Arrays.asList(
                null, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TWO, BigDecimal.valueOf(3), BigDecimal.TEN);
        Shades shades = new Shades(values);
        assertThat(values.stream().map(shades::of)).containsExactly(0, 1, 2, 2, 4, 5);
        assertThat(new Shades(List.of(BigDecimal.ONE)).of(BigDecimal.ONE)).isEqualTo(1);
    }
}
