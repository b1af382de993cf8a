package org.shouwen.coordinates;

import org.shouwen.regulation.Pure;

/** GCJ-02 ↔ BD-09, as it is publicly known; the way back mends the difference until it is gone. */
@Pure
final class BaiduShift {
    private static final double TURN = Math.PI * 3000 / 180;
    private static final int ROUNDS = 12;

    private BaiduShift() {}

    static Position fromGcj(Position gcj) {
        double[] p = forward(gcj.latitude(), gcj.longitude());
        return new Position(p[0], p[1], Datum.BD09);
    }

    static Position toGcj(Position bd) {
        double latitude = bd.latitude() - 0.006;
        double longitude = bd.longitude() - 0.0065;
        for (int i = 0; i < ROUNDS; i++) {
            double[] p = forward(latitude, longitude);
            latitude += bd.latitude() - p[0];
            longitude += bd.longitude() - p[1];
        }
        return new Position(latitude, longitude, Datum.GCJ02);
    }

    private static double[] forward(double latitude, double longitude) {
        double z = Math.sqrt(longitude * longitude + latitude * latitude) + 0.00002 * Math.sin(latitude * TURN);
        double angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * TURN);
        return new double[] {z * Math.sin(angle) + 0.006, z * Math.cos(angle) + 0.0065};
    }
}
