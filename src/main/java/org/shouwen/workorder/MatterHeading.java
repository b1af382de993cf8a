package org.shouwen.workorder;

import org.jspecify.annotations.Nullable;
import org.shouwen.directory.PlaceCode;
import org.shouwen.regulation.Pure;

/**
 * The parts of a matter that are corrected after intake.
 *
 * @param kind code of the edition's kinds
 * @param matterClass code of the directory's matter classes; null while not known
 * @param place code of the county, town or village; null while not known
 */
@Pure
public record MatterHeading(
        String title,
        String kind,
        @Nullable String matterClass,
        @Nullable PlaceCode place) {
    static final MatterHeading NONE = new MatterHeading("", "", null, null);

    static MatterHeading of(Matter m) {
        return new MatterHeading(m.title(), m.kind(), m.matterClass(), PlaceCode.of(m.place()));
    }

    /** The matter under this heading; what was said, where and when stays. */
    Matter over(Matter m) {
        return new Matter(
                title,
                m.content(),
                kind,
                matterClass,
                PlaceCode.stored(place),
                m.location(),
                m.happenedAt(),
                m.urgentKind());
    }
}
