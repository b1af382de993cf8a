package org.shouwen.components;

import io.github.nscuro.versatile.VersException;
import io.github.nscuro.versatile.VersUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Advisories in the OSV format (https://ossf.github.io/osv-schema/), from a copy that somebody carried in: a file, a
 * folder of files, or the {@code all.zip} that OSV gives for an ecosystem. Asks nobody over the network.
 */
final class Advisories {
    /** @param summary one line in the advisory's words */
    record Hit(Part part, String id, String summary) {}

    /** @param read how many advisories were read; none read is no good news */
    record Found(int read, List<Hit> hits) {}

    private final JsonMapper json;
    private final List<Part> parts;
    private final List<Hit> hits = new ArrayList<>();
    private int read;

    private Advisories(JsonMapper json, List<Part> parts) {
        this.json = json;
        this.parts = parts;
    }

    /** @throws IOException when a place is not there or can't be read */
    static Found about(List<Part> parts, List<Path> places, JsonMapper json) throws IOException {
        Advisories a = new Advisories(json, parts);
        for (Path place : places) a.read(place);
        return new Found(a.read, List.copyOf(a.hits));
    }

    private void read(Path place) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(place)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                if (file.toString().endsWith(".zip")) readZip(in);
                else if (file.toString().endsWith(".json")) advisory(json.readTree(in));
            }
        }
    }

    private void readZip(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
            if (entry.getName().endsWith(".json")) advisory(json.readTree(zip.readAllBytes()));
    }

    private void advisory(JsonNode advisory) {
        if (!advisory.path("affected").isArray()) return;
        read++;
        if (advisory.hasNonNull("withdrawn")) return;
        for (Part part : parts)
            if (advisory.path("affected").valueStream().anyMatch(affected -> concerns(affected, part)))
                hits.add(new Hit(
                        part,
                        advisory.path("id").asString(""),
                        advisory.path("summary").asString("")));
    }

    private static boolean concerns(JsonNode affected, Part part) {
        JsonNode of = affected.path("package");
        if (!of.path("ecosystem").asString("").equals(part.ecosystem())
                || !of.path("name").asString("").equals(part.name())) return false;
        return affected.path("versions")
                        .valueStream()
                        .anyMatch(v -> v.asString("").equals(part.version()))
                || affected.path("ranges").valueStream().anyMatch(range -> within(range, part));
    }

    private static boolean within(JsonNode range, Part part) {
        String type = range.path("type").asString("");
        if (!type.equals("ECOSYSTEM") && !type.equals("SEMVER")) return false; // commits name no version
        List<Map.Entry<String, String>> events = range.path("events")
                .valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(e -> Map.entry(e.getKey(), e.getValue().asString("")))
                .toList();
        try {
            return VersUtils.versFromOsvRange(type, part.ecosystem(), events, Map.of())
                    .contains(part.version());
        } catch (VersException e) {
            return true; // a range that can't be read is for a person to look at
        }
    }
}
