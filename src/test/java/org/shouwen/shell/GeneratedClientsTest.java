package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's description generates clients that compile (decision 51): Java with the pinned generator that Maven lays beside
 * the test classes, on the few libraries that a client needs. {@code ./shouwen api} is the
 * long form, with a linter.
 */
class GeneratedClientsTest {
    static final Path DESCRIPTION = Path.of("docs/openapi.json");
    private static final Path GENERATOR = Path.of("target/openapi-generator/openapi-generator.jar");

    /** What the generated client imports; all of it is on our class path, none of it the generator's. */
    private static final List<String> NEEDS = List.of(
            "com.fasterxml.jackson.annotation.JsonProperty",
            "com.fasterxml.jackson.core.JsonParser",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule",
            "jakarta.annotation.Nonnull");

    @TempDir
    Path folder;

    private OtherProcess.Ran generate(Path description, Path to) throws IOException, InterruptedException {
        return OtherProcess.run(
                folder,
                120,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=native",
                        "--input-spec=" + description.toAbsolutePath(),
                        "--output=" + to,
                        "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                        "--additional-properties=useJakartaEe=true,openApiNullable=false,documentationProvider=none,"
                                + "apiPackage=city.shouwen.api,modelPackage=city.shouwen.model,"
                                + "invokerPackage=city.shouwen"));
    }

    private static List<Path> sources(Path of) throws IOException {
        try (Stream<Path> all = Files.walk(of.resolve("src/main/java"))) {
            return all.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    /** @return what the compiler has against it; empty when it compiles */
    private String compiled(List<Path> sources) throws Exception {
        List<String> path = new ArrayList<>();
        for (String type : NEEDS)
            path.add(Path.of(Class.forName(type)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean good = javac.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-proc:none",
                                    "-nowarn",
                                    "-d",
                                    Files.createDirectory(folder.resolve("classes"))
                                            .toString(),
                                    "-cp",
                                    String.join(java.io.File.pathSeparator, path)),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return good ? "" : said.toString();
        }
    }

    static Set<String> operations() throws IOException {
        JsonNode paths = JsonMapper.builder()
                .build()
                .readTree(Files.readString(DESCRIPTION))
                .path("paths");
        return paths.properties().stream()
                .flatMap(p -> p.getValue().properties().stream())
                .map(o -> o.getValue().path("operationId").asString(""))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_java_client_is_generated_has_every_operation_and_compiles() throws Exception {
        assumeThat(GENERATOR)
                .as("the generator is not there: Maven lays it there")
                .exists();
        Path to = folder.resolve("java");
        OtherProcess.Ran ran = generate(DESCRIPTION, to);
        assertThat(ran.code()).as(ran.said()).isZero();
        List<Path> sources = sources(to);
        assertThat(compiled(sources)).isEmpty();
        Set<String> methods = new TreeSet<>();
        Pattern method = Pattern.compile("public \\S+ (\\w+)\\(.*\\) throws ApiException \\{");
        for (Path f : sources)
            if (f.toString().endsWith("Api.java"))
                method.matcher(Files.readString(f))
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .forEach(methods::add);
        assertThat(methods).hasSizeGreaterThan(100).containsAll(operations());
    }

    @Test
    void a_description_that_names_a_schema_it_has_not_generates_nothing() throws Exception {
        assumeThat(GENERATOR)
                .as("the generator is not there: Maven lays it there")
                .exists();
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, Files.readString(DESCRIPTION).replaceFirst("\"WorkOrder\" : ", "\"WorkOrders\" : "));
        assertThat(Files.mismatch(broken, DESCRIPTION)).isNotNegative();
        assertThat(generate(broken, folder.resolve("none")).code()).isNotZero();
    }
}
