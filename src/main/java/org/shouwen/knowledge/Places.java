package org.shouwen.knowledge;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of provinces and cities, to tell a notice of one place from the same notice of another. A city belongs to its
 * province: a question about Dandong is not foreign to a notice of Liaoning.
 */
final class Places {
    /** The first two characters of a name lead to the names that begin so. */
    private final Map<String, List<String>> names = new HashMap<>();

    private final Map<String, String> provinces = new HashMap<>();

    private Places() {}

    /** The list that comes with the product. */
    static Places shipped() {
        Places places = new Places();
        try (InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream("/knowledge/places.csv"));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv) {
                String province = line.getField("province");
                places.add(province, province);
                for (String city : line.getField("cities").split(" ")) if (!city.isEmpty()) places.add(city, province);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    private void add(String name, String province) {
        provinces.putIfAbsent(name, province);
        names.computeIfAbsent(name.substring(0, 2), _ -> new ArrayList<>()).add(name);
    }

    /** The places that are named, in order. */
    Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            List<String> candidates = names.get(text.substring(i, i + 2));
            if (candidates == null) continue;
            for (String name : candidates) if (text.startsWith(name, i)) found.add(name);
        }
        return found;
    }

    /** The province that is named most, by itself or by its cities; of several the first; empty when none is. */
    String mainProvince(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String main = "";
        for (int i = 0; i + 2 <= text.length(); i++)
            for (String name : names.getOrDefault(text.substring(i, i + 2), List.of()))
                if (text.startsWith(name, i))
                    counts.merge(Objects.requireNonNull(provinces.get(name)), 1, Integer::sum);
        for (Map.Entry<String, Integer> entry : counts.entrySet())
            if (main.isEmpty() || entry.getValue() > counts.getOrDefault(main, 0)) main = entry.getKey();
        return main;
    }

    /** The provinces that these places are or lie in. */
    Set<String> provincesOf(Set<String> places) {
        Set<String> found = new TreeSet<>();
        for (String place : places) found.add(Objects.requireNonNull(provinces.get(place)));
        return found;
    }
}
