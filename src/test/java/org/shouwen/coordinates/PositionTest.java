package org.shouwen.coordinates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A place keeps where it is, whatever datum it is told in. */
class PositionTest {
    private static final double METRE = 1;

    @Test
    void there_and_back_stays_within_a_millimetre_all_over_China_and_outside() {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (double lat = -60; lat <= 70; lat += 0.73)
            for (double lon = -179; lon <= 179; lon += 0.91) {
                if (atTheEdge(lat, lon)) continue;
                for (Datum from : Datum.values())
                    for (Datum to : Datum.values()) {
                        Position p = new Position(lat, lon, from);
                        double metres = p.metresTo(p.in(to).in(from));
                        looked++;
                        if (!(metres < 0.001)) wrong.add(p + " by " + to + ": " + metres);
                    }
            }
        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(500_000);
    }

    /** Where moved and unmoved places meet, two WGS-84 places share one GCJ-02 place: no way back can tell them apart. */
    private static boolean atTheEdge(double lat, double lon) {
        double d = 0.02;
        return ChinaShift.outside(lat - d, lon - d) != ChinaShift.outside(lat + d, lon + d)
                || ChinaShift.outside(lat - d, lon + d) != ChinaShift.outside(lat + d, lon - d);
    }

    @Test
    void known_places_are_where_the_maps_show_them() {
        Position tiananmen = new Position(39.907333, 116.391083, Datum.WGS84);
        Position gcj = tiananmen.in(Datum.GCJ02);
        assertThat(gcj.latitude()).isCloseTo(39.908736, within(0.00001));
        assertThat(gcj.longitude()).isCloseTo(116.397325, within(0.00001));
        assertThat(tiananmen.metresTo(new Position(gcj.latitude(), gcj.longitude(), Datum.WGS84)))
                .as("half a kilometre beside where the datum is lost")
                .isBetween(400.0, 700.0);
        Position baidu = new Position(39.915, 116.404, Datum.BD09).in(Datum.GCJ02);
        assertThat(baidu.latitude()).isCloseTo(39.90865673957631, within(0.000001));
        assertThat(baidu.longitude()).isCloseTo(116.39762729119315, within(0.000001));
    }

    @Test
    void outside_China_the_two_are_one() {
        Position paris = new Position(48.8584, 2.2945, Datum.WGS84);
        Position gcj = paris.in(Datum.GCJ02);
        assertThat(gcj.latitude()).isEqualTo(paris.latitude());
        assertThat(gcj.longitude()).isEqualTo(paris.longitude());
        assertThat(paris.in(Datum.BD09).in(Datum.WGS84).metresTo(paris)).isLessThan(METRE);
    }

    @Test
    void what_is_not_on_the_earth_is_no_place() {
        for (double[] p : new double[][] {{91, 0}, {0, 181}, {Double.NaN, 1}, {1, Double.POSITIVE_INFINITY}})
            assertThatThrownBy(() -> new Position(p[0], p[1], Datum.WGS84))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThat(Datum.named("gcj-02")).contains(Datum.GCJ02);
        assertThat(Datum.named("bd09ll")).contains(Datum.BD09);
        assertThat(Datum.named("CGCS2000")).isEmpty();
    }

    @Test
    void a_coarse_place_is_a_kilometre_wide() {
        Position p = new Position(40.12912, 124.35421, Datum.WGS84).rounded(2);
        assertThat(p.latitude()).isEqualTo(40.13);
        assertThat(p.longitude()).isEqualTo(124.35);
    }
}
