package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.guards.GeneratedPage;
import org.springframework.modulith.core.ApplicationModules;

/** Calls go down the list in CONTRIBUTING.md and nowhere else; the picture of the modules is drawn from the code. */
class ModulesTest {
    private static final List<String> BASE = List.of("access", "cli", "jobs", "keys", "problems");
    private final ApplicationModules modules = ApplicationModules.of(Shouwen.class);

    @Test
    void every_module_keeps_to_what_it_may_use() {
        modules.verify();
    }

    @Test
    void the_picture_is_as_the_code_has_it() {
        StringBuilder picture = new StringBuilder(
                "# The modules\n\nDrawn from the code by `./shouwen docs`; do not edit.\n\n```mermaid\ngraph TD\n");
        modules.stream()
                .sorted(Comparator.comparing(m -> m.getIdentifier().toString()))
                .forEach(m -> {
                    picture.append(
                            "  %s[\"%s %s\"]\n".formatted(m.getIdentifier(), m.getIdentifier(), m.getDisplayName()));
                    m.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(d -> d.getIdentifier().toString())
                            .filter(d -> !BASE.contains(d))
                            .sorted()
                            .forEach(d -> picture.append("  %s --> %s\n".formatted(m.getIdentifier(), d)));
                });
        picture.append("```\n\nNot drawn, because nearly all use them: ")
                .append(String.join(", ", BASE))
                .append(".\n");
        GeneratedPage.compare(Path.of("docs/modules.md"), picture.toString());
        assertThat(picture.toString()).contains("appeal --> workorder").doesNotContain("workorder --> appeal");
    }
}
