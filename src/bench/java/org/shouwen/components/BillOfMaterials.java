package org.shouwen.components;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that comes with every build (CycloneDX). */
final class BillOfMaterials {
    private static final ClassPathResource FILE = new ClassPathResource("META-INF/sbom/application.cdx.json");

    private BillOfMaterials() {}

    static List<Part> parts(JsonMapper json) throws IOException {
        try (InputStream in = FILE.getInputStream()) {
            return json.readTree(in)
                    .path("components")
                    .valueStream()
                    .map(c -> Part.of(text(c, "purl")))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
