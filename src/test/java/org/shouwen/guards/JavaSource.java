package org.shouwen.guards;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A Java file as the compiler's parser reads it, so that comments, imports and texts are never mistaken for code.
 *
 * @param file relative to the project's folder, or the name a test gave it
 * @param texts string literals and text blocks; those joined by {@code +} are one, with {@link #ANYTHING} for each part
 *     that is no literal
 * @param members what is selected, as {@code Owner.name} with the owner's last name
 * @param names plain names used in expressions, types and patterns
 * @param cases plain names that are labels of a case
 * @param imports qualified names, those of static imports with a leading {@code static}
 */
public record JavaSource(
        Path file, List<String> texts, Set<String> members, Set<String> names, Set<String> cases, Set<String> imports) {
    /** Stands in {@link #texts} for a part that is only known when the program runs. */
    public static final char ANYTHING = '\u0000';

    private static final Path HERE = Path.of("").toAbsolutePath();

    private static final Map<Path, List<JavaSource>> READ = new ConcurrentHashMap<>();

    /** All Java files under a folder, in the order of their names; read once in a process. */
    public static List<JavaSource> under(Path root) {
        return READ.computeIfAbsent(root, JavaSource::read);
    }

    private static List<JavaSource> read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            List<JavaFileObject> units = new ArrayList<>();
            for (Path file : files.sorted().toList())
                if (file.toString().endsWith(".java")) units.add(new Text(file, Files.readString(file)));
            return parse(units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that does not lie there, to show what a guard would say to it. */
    public static JavaSource of(String file, String text) {
        return parse(List.of(new Text(Path.of(file), text))).getFirst();
    }

    private static List<JavaSource> parse(List<JavaFileObject> units) {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, _ -> {}, List.of("-proc:none"), null, units);
        List<JavaSource> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Reader reader = new Reader();
                reader.scan(unit, null);
                Path file = HERE.relativize(Path.of(unit.getSourceFile().toUri()));
                sources.add(
                        new JavaSource(file, reader.texts, reader.members, reader.names, reader.cases, reader.imports));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(Path file, String text) {
            super(file.toAbsolutePath().toUri(), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }

    private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final List<String> texts = new ArrayList<>();
        private final Set<String> members = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private final Set<String> cases = new HashSet<>();
        private final Set<String> imports = new HashSet<>();

        @Override
        public @Nullable Void visitImport(ImportTree node, @Nullable Void p) {
            imports.add((node.isStatic() ? "static " : "") + node.getQualifiedIdentifier());
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree node, @Nullable Void p) {
            if (node.getValue() instanceof String s) texts.add(s);
            return null;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree node, @Nullable Void p) {
            if (node.getKind() != Tree.Kind.PLUS) return super.visitBinary(node, null);
            StringBuilder joined = new StringBuilder();
            if (join(node, joined)) texts.add(joined.toString());
            return null;
        }

        /** @return whether there is a text in it at all */
        private boolean join(Tree node, StringBuilder joined) {
            if (node instanceof BinaryTree b && b.getKind() == Tree.Kind.PLUS) {
                boolean left = join(b.getLeftOperand(), joined);
                return join(b.getRightOperand(), joined) || left;
            }
            if (node instanceof LiteralTree l && l.getValue() instanceof String s) {
                joined.append(s);
                return true;
            }
            joined.append(ANYTHING);
            scan(node, null);
            return false;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void p) {
            String owner = node.getExpression().toString();
            members.add(owner.substring(owner.lastIndexOf('.') + 1) + "." + node.getIdentifier());
            return super.visitMemberSelect(node, null);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void p) {
            names.add(node.getName().toString());
            return null;
        }

        @Override
        public @Nullable Void visitCase(CaseTree node, @Nullable Void p) {
            for (Tree label : node.getLabels()) cases.add(Objects.toString(label, ""));
            return super.visitCase(node, null);
        }
    }
}
