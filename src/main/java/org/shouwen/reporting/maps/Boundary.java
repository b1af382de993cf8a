package org.shouwen.reporting.maps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * Where a place lies.
 *
 * @param place code
 * @param rings outer rings of its parts and the holes in them; first and last point of each are the same
 * @param inhabitants null when nobody says
 * @param schematic drawn to tell places apart, not to scale
 */
@Pure
public record Boundary(
        String place, List<List<Point>> rings, @Nullable Long inhabitants, boolean schematic) {
    public Boundary {
        rings = rings.stream().map(List::copyOf).toList();
    }

    /** Degrees of WGS 84. */
    public record Point(double longitude, double latitude) {}
}
