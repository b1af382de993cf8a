package org.shouwen.shell;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shouwen.access.AccessRule;
import org.shouwen.acts.Acts;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the API's description good enough to generate a client from: names, statuses, problems, security. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {
    private static final String TOKEN = "token";

    /** Problems by status; the words that come with them follow {@code Accept-Language}. */
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "The body can not be read"),
            Map.entry("401", "No token, or one that has ended"),
            Map.entry("403", "The token's role may not do this"),
            Map.entry("404", "There is no such thing, or none that the caller may see"),
            Map.entry("406", "No media type that was asked for can be sent"),
            Map.entry("409", "The Measures do not allow it; clause and citation say why"),
            Map.entry("412", "Somebody else changed it since it was seen"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body is of a media type that is not read"),
            Map.entry("422", "Fields are missing or wrong; each is named with what to do"),
            Map.entry("428", "If-Match must carry the version that was seen"),
            Map.entry("429", "Too many from one address; Retry-After says when to come again"),
            Map.entry("503", "Too busy just now; Retry-After says when to come again"));

    @Bean
    ApiSchemas apiSchemas() {
        return new ApiSchemas();
    }

    @Bean
    OpenApiCustomizer describedApi(AccessTable access, List<Acts.Routes> acts) {
        Map<String, ApiOperations.Operation> known = ApiOperations.read();
        return api -> {
            api.info(info()).servers(List.of(new Server().url("/").description("this installation")));
            Components components = api.getComponents();
            components.addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            components.addSchemas("Problem", ProblemSchemas.problem());
            components.addSchemas("ProblemField", ProblemSchemas.problemField());
            PROBLEMS.forEach((status, words) -> components.addResponses("Problem" + status, problem(status, words)));
            ActSchemas.describe(api, acts);
            TreeSet<String> tags = new TreeSet<>();
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        ApiOperations.Operation told = known.get(method + " " + path);
                        operation.setOperationId(ApiOperations.id(method.name(), path));
                        operation.setTags(List.of(path.split("/", -1)[3]));
                        tags.addAll(operation.getTags());
                        operation.setSecurity(
                                open(path, access) ? List.of() : List.of(new SecurityRequirement().addList(TOKEN)));
                        if (told != null) operation.setSummary(told.summary());
                        operation.setResponses(responses(path, operation, told));
                    }));
            api.setTags(tags.stream()
                    .map(t -> new Tag().name(t).description(t.replace('-', ' ')))
                    .toList());
            ApiOperations.required().forEach((name, fields) -> {
                Schema<?> body = Objects.requireNonNull(components.getSchemas().get(name), name);
                fields.forEach(f -> require(body, f));
            });
            components.setSchemas(new TreeMap<>(components.getSchemas()));
        };
    }

    private static Info info() {
        return new Info()
                .title("Shouwen 首问")
                .version("1")
                .description("Appeals, work orders and what belongs to them. Problems are RFC 9457, in the language of"
                        + " Accept-Language (zh-CN or en). What is changed is changed with If-Match and the ETag that"
                        + " was seen. Lists are paged by key: next, or the header Link, leads on.")
                .contact(new Contact().name("The operator of this installation"))
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private static boolean open(String path, AccessTable access) {
        return access.api().stream()
                .filter(AccessRule::isOpen)
                .anyMatch(r -> path.startsWith(r.pattern().replace("/**", "")));
    }

    private static ApiResponses responses(
            String path, Operation operation, ApiOperations.@org.jspecify.annotations.Nullable Operation told) {
        ApiResponse found = operation.getResponses().values().iterator().next();
        ApiResponses all = new ApiResponses();
        List<String> statuses =
                told == null ? List.copyOf(operation.getResponses().keySet()) : told.statuses();
        for (String status : statuses) {
            ApiResponse success = new ApiResponse().description(words(status));
            if (!status.equals("204")) success.setContent(found.getContent());
            if (asks(operation, "If-Match") || (path.matches(".*/\\{(number|code|login)}") && !status.equals("204")))
                success.addHeaderObject(
                        "ETag",
                        new Header().description("the version, for If-Match").schema(new StringSchema()));
            all.addApiResponse(status, success);
        }
        for (String status : problems(path, operation))
            all.addApiResponse(status, new ApiResponse().$ref("#/components/responses/Problem" + status));
        return all;
    }

    private static Set<String> problems(String path, Operation operation) {
        TreeSet<String> all = new TreeSet<>(List.of("406", "503"));
        if (!operation.getSecurity().isEmpty()) all.addAll(List.of("401", "403"));
        else all.add("429");
        if (path.contains("{") || asks(operation, "after") || asks(operation, "figure")) all.add("404");
        if (operation.getParameters() != null || operation.getRequestBody() != null) all.addAll(List.of("400", "422"));
        if (operation.getRequestBody() != null) all.addAll(List.of("404", "409", "413", "415"));
        if (asks(operation, "If-Match")) all.addAll(List.of("409", "412", "428"));
        if (path.matches(".*(units|duties|calendars|accounts|roster|urgency-phrases).*"))
            all.addAll(List.of("404", "409"));
        return all;
    }

    private static boolean asks(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> header.equals(p.getName()));
    }

    private static String words(String status) {
        return switch (status) {
            case "201" -> "Done, and kept";
            case "204" -> "Done; there is nothing to say";
            default -> "What was asked for, or what became of it";
        };
    }

    private static ApiResponse problem(String status, String words) {
        ApiResponse problem = new ApiResponse()
                .description(words)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
        if (List.of("429", "503").contains(status))
            problem.addHeaderObject(
                    "Retry-After", new Header().description("seconds").schema(new Schema<>().type("integer")));
        return problem;
    }

    /** A field that may not be left out is never null either. */
    private static void require(Schema<?> body, String field) {
        Schema<?> property = Objects.requireNonNull(body.getProperties().get(field), field);
        property.setNullable(null);
        if (body.getRequired() == null || !body.getRequired().contains(field)) body.addRequiredItem(field);
    }
}
