package org.shouwen.coordinates;

import org.shouwen.regulation.Pure;

/**
 * A place on the earth as it was said. It is kept once, as it came; {@link #in} converts it for whoever asks.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
@Pure
public record Position(double latitude, double longitude, Datum datum) {
    private static final double EARTH = 6_371_008.8;

    /** @throws IllegalArgumentException when it is not on the earth */
    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
            throw new IllegalArgumentException("not on the earth: " + latitude + " " + longitude);
    }

    /** The same place in another datum; there and back the error is below a millimetre. */
    public Position in(Datum wanted) {
        if (wanted == datum) return this;
        Position gcj = switch (datum) {
            case WGS84 -> ChinaShift.toGcj(this);
            case GCJ02 -> this;
            case BD09 -> BaiduShift.toGcj(this);
        };
        return switch (wanted) {
            case GCJ02 -> gcj;
            case WGS84 -> ChinaShift.toWgs(gcj);
            case BD09 -> BaiduShift.fromGcj(gcj);
        };
    }

    /** With so many decimals only: two are about a kilometre. */
    public Position rounded(int decimals) {
        double unit = Math.pow(10, decimals);
        return new Position(Math.round(latitude * unit) / unit, Math.round(longitude * unit) / unit, datum);
    }

    /** Metres between two places of the same datum, on a sphere. */
    public double metresTo(Position other) {
        if (other.datum != datum) throw new IllegalArgumentException("two datums");
        double a = Math.toRadians(latitude);
        double b = Math.toRadians(other.latitude);
        double dy = Math.sin((b - a) / 2);
        double dx = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(dy * dy + Math.cos(a) * Math.cos(b) * dx * dx)));
    }
}
