package org.shouwen.reporting.maps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.shouwen.regulation.Pure;

/**
 * Boundaries as paths of an SVG: flat, a degree of longitude as long as it is in the middle of the map, to the pixel.
 *
 * @param height for the width of {@link #WIDTH}
 * @param areas in the order of the boundaries
 */
@Pure
public record MapDrawing(int height, List<Area> areas) {
    public static final int WIDTH = 900;
    private static final int HIGHEST = 760;
    private static final int EDGE = 8;

    public MapDrawing {
        areas = List.copyOf(areas);
    }

    /** @param path as the attribute {@code d}; the label stands at {@code x}, {@code y} */
    public record Area(String place, String path, int x, int y) {}

    public static MapDrawing of(Collection<Boundary> boundaries) {
        double west = 180;
        double east = -180;
        double south = 90;
        double north = -90;
        for (Boundary b : boundaries)
            for (List<Boundary.Point> ring : b.rings())
                for (Boundary.Point p : ring) {
                    west = Math.min(west, p.longitude());
                    east = Math.max(east, p.longitude());
                    south = Math.min(south, p.latitude());
                    north = Math.max(north, p.latitude());
                }
        if (west > east) return new MapDrawing(0, List.of());
        double flat = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max(1e-9, (east - west) * flat);
        double high = Math.max(1e-9, north - south);
        double scale = Math.min((WIDTH - 2 * EDGE) / wide, (HIGHEST - 2 * EDGE) / high);
        Frame frame = new Frame(west, north, flat, scale, (WIDTH - wide * scale) / 2);
        List<Area> areas = new ArrayList<>();
        for (Boundary b : boundaries) areas.add(frame.area(b));
        return new MapDrawing((int) Math.ceil(high * scale) + 2 * EDGE, areas);
    }

    private record Frame(double west, double north, double flat, double scale, double left) {
        int x(Boundary.Point p) {
            return (int) Math.round(left + (p.longitude() - west) * flat * scale);
        }

        int y(Boundary.Point p) {
            return (int) Math.round(EDGE + (north - p.latitude()) * scale);
        }

        Area area(Boundary b) {
            StringBuilder path = new StringBuilder();
            for (List<Boundary.Point> ring : b.rings()) path.append(path(ring));
            List<Boundary.Point> largest = b.rings().getFirst();
            for (List<Boundary.Point> ring : b.rings()) if (size(ring) > size(largest)) largest = ring;
            Boundary.Point middle = middle(largest);
            return new Area(b.place(), path.toString(), x(middle), y(middle));
        }

        /** Points that fall on the same pixel are one. */
        private String path(List<Boundary.Point> ring) {
            StringBuilder path = new StringBuilder();
            int lastX = Integer.MIN_VALUE;
            int lastY = Integer.MIN_VALUE;
            for (Boundary.Point p : ring) {
                int x = x(p);
                int y = y(p);
                if (x == lastX && y == lastY) continue;
                path.append(String.format(Locale.ROOT, "%s%d %d", path.isEmpty() ? "M" : "L", x, y));
                lastX = x;
                lastY = y;
            }
            return path.append("Z").toString();
        }
    }

    private static double size(List<Boundary.Point> ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++) twice += cross(ring.get(i), ring.get(i + 1));
        return Math.abs(twice);
    }

    /** Centre of gravity; of a ring without area the first point. */
    private static Boundary.Point middle(List<Boundary.Point> ring) {
        double twice = 0;
        double x = 0;
        double y = 0;
        Boundary.Point o = ring.getFirst();
        for (int i = 0; i + 1 < ring.size(); i++) {
            Boundary.Point a = new Boundary.Point(
                    ring.get(i).longitude() - o.longitude(), ring.get(i).latitude() - o.latitude());
            Boundary.Point b = new Boundary.Point(
                    ring.get(i + 1).longitude() - o.longitude(), ring.get(i + 1).latitude() - o.latitude());
            double c = cross(a, b);
            twice += c;
            x += (a.longitude() + b.longitude()) * c;
            y += (a.latitude() + b.latitude()) * c;
        }
        return twice == 0 ? o : new Boundary.Point(o.longitude() + x / (3 * twice), o.latitude() + y / (3 * twice));
    }

    private static double cross(Boundary.Point a, Boundary.Point b) {
        return a.longitude() * b.latitude() - b.longitude() * a.latitude();
    }
}
