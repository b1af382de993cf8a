package org.shouwen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What people shorten full names to: a part of one (热力集团, 环卫, 停水), a place without its ending (振兴), an office by single characters of its name (城管局, 人社局).
 */
final class ShortNames {
    /** What the names of places end in, the longer first. */
    private static final List<String> ENDINGS = List.of("满族自治县", "自治县", "街道", "社区", "镇", "乡", "村", "区", "县", "市");

    private static final int LEAST = 2;

    /** So many characters in front are the name of a city, which its own offices leave out: 市, 丹东市. */
    private static final int CITY = 3;

    private ShortNames() {}

    /**
     * The things whose name was shortened so: those whose name it is but for the city in front or the ending, else those
     * that have it anywhere.
     *
     * @return all that it may be; one is what was meant
     */
    static <T> List<T> meant(String typed, List<T> all, Function<T, String> name) {
        if (typed.codePointCount(0, typed.length()) < LEAST) return List.of();
        List<T> nearly = found(all, t -> nearly(typed, name.apply(t)));
        return nearly.isEmpty() ? found(all, t -> name.apply(t).contains(typed)) : nearly;
    }

    private static boolean nearly(String typed, String name) {
        boolean city = name.endsWith(typed) && name.length() - typed.length() <= CITY;
        return city || bare(name).equals(bare(typed));
    }

    /**
     * The things whose name has the characters in this order, the last one last; too little to take one for what was
     * meant, enough to ask whether it was.
     */
    static <T> List<T> alike(String typed, List<T> all, Function<T, String> name) {
        if (typed.codePointCount(0, typed.length()) < LEAST) return List.of();
        return found(all, t -> {
            String full = name.apply(t);
            return full.endsWith(typed.substring(typed.offsetByCodePoints(typed.length(), -1))) && inOrder(typed, full);
        });
    }

    private static boolean inOrder(String typed, String full) {
        int at = 0;
        for (int c : typed.codePoints().toArray()) {
            at = full.indexOf(c, at);
            if (at < 0) return false;
            at += Character.charCount(c);
        }
        return true;
    }

    /** A place's name without what says which kind of place it is; one character is never all that is left. */
    private static String bare(String name) {
        for (String e : ENDINGS)
            if (name.endsWith(e) && name.length() - e.length() >= LEAST)
                return name.substring(0, name.length() - e.length());
        return name;
    }

    private static <T> List<T> found(List<T> all, Predicate<T> fits) {
        return new ArrayList<>(all.stream().filter(fits).toList());
    }
}
