package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.regulation.Pure;
import org.springframework.stereotype.Component;

/** What bears {@link Pure}, and all of the house that it stands on, knows no frame, no database, no clock and no chance. */
class PureClassesTest {
    private static final JavaClasses HOUSE = House.classes();

    private static final List<String> FORBIDDEN = List.of(
            "org.springframework.",
            "jakarta.",
            "java.sql.",
            "javax.sql.",
            "java.io.",
            "java.nio.file.",
            "java.nio.channels.",
            "java.net.",
            "java.util.random.",
            "java.util.concurrent.",
            "java.security.SecureRandom",
            "java.util.Random",
            "java.lang.Thread",
            "org.slf4j.",
            "tools.jackson.databind.");

    /** A marker without methods. */
    private static final Set<String> HARMLESS = Set.of("java.io.Serializable");

    @Test
    void what_pure_classes_stand_on_is_pure() {
        Set<JavaClass> reached = reached(HOUSE);
        assertThat(reached).as("classes that are held to it").hasSizeGreaterThan(40);
        Set<String> wrong = new TreeSet<>();
        for (JavaClass c : reached) wrong.addAll(impurities(c));
        assertThat(wrong)
                .as("hand it in as an argument, or do it where the pure class is called")
                .isEmpty();
    }

    @Test
    void whatever_decides_bears_the_mark() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass c : HOUSE)
            if (!marked(c)
                    && c.getMethods().stream()
                            .anyMatch(m -> m.getRawReturnType().getName().equals("org.shouwen.workorder.Decision")))
                wrong.add(c.getName());
        assertThat(wrong).as("decisions are pure: mark them @Pure").isEmpty();
    }

    @Test
    void what_pure_classes_call_bears_the_mark_unless_it_is_plain_data() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass c : reached(HOUSE)) if (!marked(c) && !data(c)) wrong.add(c.getName());
        assertThat(wrong).as("mark them @Pure").isEmpty();
    }

    @Pure
    static final class Planted {
        private Planted() {}

        static String all(InstantSource clock, org.springframework.jdbc.core.simple.JdbcClient jdbc) {
            return Instant.now() + "" + clock + jdbc + UUID.randomUUID() + System.nanoTime() + Unmarked.reads();
        }

        static final class Unmarked {
            private Unmarked() {}

            static boolean reads() {
                return new java.io.File("x").exists();
            }
        }
    }

    @Test
    void whatever_is_impure_is_seen_also_in_what_is_nested() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.class, Planted.Unmarked.class);
        Set<String> seen = new TreeSet<>();
        for (JavaClass c : reached(planted)) seen.addAll(impurities(c));
        assertThat(String.join("\n", seen))
                .contains("Instant.now", "InstantSource", "JdbcClient", "UUID.randomUUID", "System.nanoTime")
                .contains("Planted$Unmarked", "java.io.File");
    }

    /** The marked, and all of the house that they use, over as many steps as it takes. */
    private static Set<JavaClass> reached(JavaClasses classes) {
        Set<JavaClass> reached = new java.util.LinkedHashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        for (JavaClass c : classes) if (marked(c)) open.add(c);
        while (!open.isEmpty()) {
            JavaClass c = open.remove().getBaseComponentType();
            if (!c.getPackageName().startsWith("org.shouwen") || c.isAnnotation() || !reached.add(c)) continue;
            for (Dependency d : c.getDirectDependenciesFromSelf()) open.add(d.getTargetClass());
        }
        return reached;
    }

    private static boolean marked(JavaClass c) {
        for (Optional<JavaClass> at = Optional.of(c);
                at.isPresent();
                at = at.get().getEnclosingClass()) if (at.get().isAnnotatedWith(Pure.class)) return true;
        return false;
    }

    private static boolean data(JavaClass c) {
        return c.isRecord()
                || c.isEnum()
                || c.isAssignableTo(Throwable.class)
                || c.getEnclosingClass().filter(PureClassesTest::data).isPresent();
    }

    private static Set<String> impurities(JavaClass c) {
        Set<String> wrong = new TreeSet<>();
        for (Dependency d : c.getDirectDependenciesFromSelf()) {
            JavaClass target = d.getTargetClass().getBaseComponentType();
            String name = target.getName();
            if (!HARMLESS.contains(name) && FORBIDDEN.stream().anyMatch(name::startsWith))
                wrong.add(c.getName() + " uses " + name);
            if (target.isEquivalentTo(InstantSource.class) || target.isEquivalentTo(Clock.class))
                wrong.add(c.getName() + " uses " + name);
            if (target.isMetaAnnotatedWith(Component.class)) wrong.add(c.getName() + " uses the component " + name);
        }
        for (JavaAccess<?> access : c.getAccessesFromSelf())
            if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called && chance(called))
                wrong.add(c.getName() + " calls " + called.getOwner().getSimpleName() + "." + called.getName());
        return wrong;
    }

    private static boolean chance(AccessTarget.CodeUnitAccessTarget called) {
        JavaClass owner = called.getOwner();
        return (owner.getPackageName().equals("java.time") && called.getName().equals("now"))
                || (owner.isEquivalentTo(System.class)
                        && !Set.of("arraycopy", "lineSeparator", "identityHashCode")
                                .contains(called.getName()))
                || (owner.isEquivalentTo(UUID.class) && called.getName().equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && called.getName().equals("random"))
                || owner.getName().equals("com.github.f4b6a3.uuid.UuidCreator");
    }
}
