package org.shouwen.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.problems.WrongSetting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Numbers of one city: what is dialled here without an area is the same as with it. The area code is the city's own
 * ({@code shouwen.area-code}).
 */
@Component
final class CityNumbers {
    private final String area;
    private final boolean seven;

    /** @param area set; where it is not, that of the city, if it is one whose code comes along */
    @Autowired
    CityNumbers(@Value("${shouwen.area-code:}") String area, @Value("${shouwen.city:}") String city) {
        this(area.isBlank() ? AreaCodes.of(city) : area.strip());
    }

    /** @param area with its 0, such as 0415; empty: local numbers stay as they are */
    CityNumbers(String area) {
        if (!area.matches("(0\\d{2,3})?"))
            throw new WrongSetting(
                    "SHOUWEN_AREA_CODE 应为带 0 的三位或四位区号；现在是 " + area + "。",
                    "SHOUWEN_AREA_CODE must be an area code of three or four digits, with its 0; not " + area + ".");
        this.area = area;
        this.seven = !area.isEmpty() && NumberReader.valid(area + "2123456");
    }

    String area() {
        return area;
    }

    /** The one form under which a number is compared, masked and called, also of what was kept in an earlier form. */
    Phone whole(Phone kept) {
        String main = NumberReader.digits(kept.main()).orElse(kept.main());
        if (!area.isEmpty() && NumberReader.local(main)) main = area + withoutExchange(main);
        return main.equals(kept.main()) ? kept : new Phone(main, kept.extension());
    }

    /** The 9 that an exchange dials first, where the city's own numbers have seven digits. */
    private String withoutExchange(String local) {
        boolean dialled = seven
                && local.length() == 8
                && local.startsWith("9")
                && !NumberReader.valid(area + local)
                && NumberReader.local(local.substring(1));
        return dialled ? local.substring(1) : local;
    }

    /**
     * All forms under which a number may have been digested, the one of today first.
     *
     * @param kept as it was given
     * @param areas codes that this city has had
     */
    Set<String> forms(Phone kept, List<String> areas) {
        String main = whole(kept).main();
        Set<String> forms = new LinkedHashSet<>(List.of(main, kept.main()));
        if (area.isEmpty() || !main.startsWith(area)) return forms;
        String local = main.substring(area.length());
        if (!NumberReader.local(local)) return forms;
        forms.add(local);
        if (local.length() == 7) forms.add("9" + local);
        for (String other : areas) forms.add(other + local);
        return forms;
    }
}
