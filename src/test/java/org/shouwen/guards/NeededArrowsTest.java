package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwen.Shouwen;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * A module is allowed what it uses and nothing else: by its code, or by reading a view or predicate that another
 * publishes. That it uses nothing else than it is allowed, Spring Modulith holds for the code and this test for the SQL.
 */
class NeededArrowsTest {
    private final Map<String, Set<String>> allowed = new TreeMap<>();
    private final Map<String, Set<String>> used = new TreeMap<>();
    private final Map<String, Set<String>> read = new TreeMap<>();

    NeededArrowsTest() {
        ApplicationModules modules = ApplicationModules.of(Shouwen.class);
        modules.stream().forEach(m -> {
            String name = m.getIdentifier().toString();
            allowed.put(name, allowed(name));
            used.put(
                    name,
                    m.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(d -> d.getIdentifier().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        Schemas schemas = new Schemas();
        List<Schemas.Use> uses = schemas.foreign(JavaSource.under(Modules.MAIN), schemas::published);
        for (Schemas.Use use : uses) {
            if (use.module().equals("/")) continue;
            read.computeIfAbsent(use.module(), _ -> new TreeSet<>()).add(schemas.owner(use.object()));
        }
        read.forEach((module, owners) ->
                used.computeIfAbsent(module, _ -> new TreeSet<>()).addAll(owners));
    }

    @Test
    void every_allowed_arrow_is_used() {
        Map<String, Set<String>> idle = new TreeMap<>();
        allowed.forEach((module, others) -> {
            Set<String> unused = new TreeSet<>(others);
            unused.removeAll(used.getOrDefault(module, Set.of()));
            if (!unused.isEmpty()) idle.put(module, unused);
        });
        assertThat(idle)
                .as("take them out of allowedDependencies in package-info.java")
                .isEmpty();
    }

    @Test
    void what_is_read_by_sql_is_allowed_as_well() {
        assertThat(read).as("reporting reads what others publish").containsKey("reporting");
        read.forEach((module, owners) ->
                assertThat(allowed.get(module)).as("allowed to " + module).containsAll(owners));
    }

    private static Set<String> allowed(String module) {
        try {
            Class<?> info = Class.forName("org.shouwen." + module + ".package-info");
            ApplicationModule declared = info.getAnnotation(ApplicationModule.class);
            assertThat(declared).as("@ApplicationModule of " + module).isNotNull();
            return new TreeSet<>(Arrays.asList(declared.allowedDependencies()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no package-info.java in " + module, e);
        }
    }
}
