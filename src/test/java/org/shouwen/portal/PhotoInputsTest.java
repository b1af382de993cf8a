package org.shouwen.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Wherever citizens give files, the same are taken: telephones' photos made smaller in the page, PDF and OFD. */
class PhotoInputsTest {
    @Test
    void every_file_field_of_the_citizens_pages_takes_the_same() throws IOException {
        Pattern field = Pattern.compile("<input[^>]*type=\"file\"[^>]*>");
        int seen = 0;
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/templates/portal"))) {
            for (Path page : pages.toList()) {
                String text = Files.readString(page);
                List<String> fields =
                        field.matcher(text).results().map(m -> m.group()).toList();
                assertThat(fields)
                        .as(page.getFileName().toString())
                        .allMatch(f ->
                                f.contains("accept=\"image/*,application/pdf,.ofd\"") && f.contains("data-shrink"));
                if (!fields.isEmpty()) assertThat(text).contains("/shell/photos.js");
                seen += fields.size();
            }
        }
        assertThat(seen).isEqualTo(4);
    }
}
