package org.shouwen.coordinates;

import org.shouwen.regulation.Pure;

/**
 * WGS-84 ↔ GCJ-02: the function that Chinese maps move places by, as it is publicly known, on the Krasovsky ellipsoid,
 * within the rectangle 72.004–137.8347° E, 0.8293–55.8271° N. It has no inverse of its own: the way back is found by going
 * forward and mending the difference until it is gone.
 */
@Pure
final class ChinaShift {
    private static final double AXIS = 6_378_245.0;
    private static final double ECCENTRICITY = 0.006693421622965943;

    /** Each round takes away all but a hundredth of the difference or less. */
    private static final int ROUNDS = 12;

    private ChinaShift() {}

    static Position toGcj(Position wgs) {
        if (outside(wgs.latitude(), wgs.longitude())) return new Position(wgs.latitude(), wgs.longitude(), Datum.GCJ02);
        double[] d = shift(wgs.latitude(), wgs.longitude());
        return new Position(wgs.latitude() + d[0], wgs.longitude() + d[1], Datum.GCJ02);
    }

    static Position toWgs(Position gcj) {
        double latitude = gcj.latitude();
        double longitude = gcj.longitude();
        for (int i = 0; i < ROUNDS; i++) {
            double[] d = shift(latitude, longitude);
            latitude = gcj.latitude() - d[0];
            longitude = gcj.longitude() - d[1];
        }
        // what was outside before it could be moved was never moved
        return outside(latitude, longitude)
                ? new Position(gcj.latitude(), gcj.longitude(), Datum.WGS84)
                : new Position(latitude, longitude, Datum.WGS84);
    }

    static boolean outside(double latitude, double longitude) {
        return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271;
    }

    /** How far GCJ-02 lies from WGS-84 at a place, in degrees: latitude, longitude. */
    private static double[] shift(double latitude, double longitude) {
        double x = longitude - 105;
        double y = latitude - 35;
        double root = Math.sqrt(Math.abs(x));
        double common = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
        double north = -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * root
                + common
                + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
        double east = 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * root
                + common
                + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
        double radians = Math.toRadians(latitude);
        double magic = 1 - ECCENTRICITY * Math.sin(radians) * Math.sin(radians);
        double sqrt = Math.sqrt(magic);
        return new double[] {
            Math.toDegrees(north / ((AXIS * (1 - ECCENTRICITY)) / (magic * sqrt))),
            Math.toDegrees(east / (AXIS / sqrt * Math.cos(radians)))
        };
    }
}
