package org.shouwen.coordinates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.shouwen.regulation.Pure;

/** In which system a latitude and longitude are said. A number without its datum may be half a kilometre beside. */
@Pure
public enum Datum {
    /** Of satellites; what Open311 wants. */
    WGS84,
    /** 国测局坐标: of Chinese maps, moved by a function of the place within China and the same as WGS-84 outside. */
    GCJ02,
    /** 百度坐标: GCJ-02, moved once more, everywhere. */
    BD09;

    /** As systems write it: {@code wgs84}, {@code GCJ-02}, {@code bd09ll}; empty when it is none of the three. */
    public static Optional<Datum> named(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String name = plain.equals("BD09LL") ? "BD09" : plain.equals("GPS") ? "WGS84" : plain;
        return Arrays.stream(values()).filter(d -> d.name().equals(name)).findFirst();
    }
}
