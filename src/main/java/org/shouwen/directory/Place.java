package org.shouwen.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A division of the country, by its statistical code.
 *
 * @param fullName from the county down, such as 振兴区 站前街道
 */
public record Place(
        String code,
        String name,
        String fullName,
        Level level,
        @Nullable String parent) {
    /** City → county → town → village. */
    public enum Level {
        CITY,
        COUNTY,
        TOWN,
        VILLAGE;

        /** The next level down; empty below a village. */
        public Optional<Level> below() {
            return switch (this) {
                case CITY -> Optional.of(COUNTY);
                case COUNTY -> Optional.of(TOWN);
                case TOWN -> Optional.of(VILLAGE);
                case VILLAGE -> Optional.empty();
            };
        }
    }
}
