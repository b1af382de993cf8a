package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A new kind of event, command or outcome does not compile until somebody has decided who is told of it and how much: no
 * switch over a sealed type has a {@code default}, which would decide by itself.
 */
class ExhaustiveSwitchesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern SEALED = Pattern.compile("sealed interface (\\w+)");

    @Test
    void no_switch_over_a_sealed_type_decides_by_default() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        Set<String> sealed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                sources.add(source(MAIN.relativize(file).toString(), text));
                Matcher m = SEALED.matcher(text);
                while (m.find()) sealed.add(m.group(1));
            }
        }
        assertThat(sealed).contains("Event", "AppealEvent", "Result", "Command", "WorkOrder");
        assertThat(defaults(sources, sealed)).isEmpty();
    }

    @Test
    void a_default_is_found_also_behind_other_labels() throws IOException {
        JavaFileObject told = source("Told.java", """
            class Told {
                String of(Event event) {
                    return switch (event) {
                        case Event.Noted e when e.text().isEmpty() -> "";
                        case Event.Accepted(String note) -> note;
                        default -> event.toString();
                    };
                }
                void plain(Object o, String s) {
                    switch (o) { case Event.Noted _ -> {} case null, default -> {} }
                    switch (s) { case "Event.Noted" -> {} default -> {} }
                    switch (o) { case RuntimeException _ -> {} default -> {} }
                }
            }
            """);
        assertThat(defaults(List.of(told), Set.of("Event"))).containsExactly("Told.java:3", "Told.java:10");
    }

    private static List<String> defaults(List<JavaFileObject> sources, Set<String> sealed) throws IOException {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitSwitch(SwitchTree node, Void nothing) {
                    look(node.getCases(), position(node));
                    return super.visitSwitch(node, null);
                }

                @Override
                public Void visitSwitchExpression(SwitchExpressionTree node, Void nothing) {
                    look(node.getCases(), position(node));
                    return super.visitSwitchExpression(node, null);
                }

                private long position(Tree node) {
                    return Trees.instance(task).getSourcePositions().getStartPosition(unit, node);
                }

                private void look(List<? extends CaseTree> cases, long at) {
                    boolean byDefault = cases.stream()
                            .flatMap(c -> c.getLabels().stream())
                            .anyMatch(DefaultCaseLabelTree.class::isInstance);
                    boolean overSealed = cases.stream()
                            .flatMap(c -> c.getLabels().stream())
                            .filter(PatternCaseLabelTree.class::isInstance)
                            .anyMatch(l -> sealed.stream()
                                    .anyMatch(s -> l.toString().matches("(?s)(\\w+\\.)*" + s + "\\.\\w+.*")));
                    if (byDefault && overSealed)
                        found.add("%s:%d"
                                .formatted(
                                        unit.getSourceFile().getName(),
                                        unit.getLineMap().getLineNumber(at)));
                }
            }.scan(unit, null);
        }
        return found;
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + name.replace('\\', '/')), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return text;
            }

            @Override
            public String getName() {
                return name;
            }
        };
    }
}
