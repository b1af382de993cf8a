package org.shouwen.shell;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** Schemas of what {@link ApiErrors} answers. */
final class ProblemSchemas {
    private static final String REF = "#/components/schemas/";

    private ProblemSchemas() {}

    static Schema<?> problem() {
        Schema<?> problem = new Schema<>().type("object").description("RFC 9457");
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new Schema<>().type("integer").format("int32"));
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("fields", new ArraySchema().items(new Schema<>().$ref(REF + "ProblemField")));
        problem.addProperty("clause", new StringSchema().description("of the Measures, such as A13_3"));
        problem.addProperty("citation", new StringSchema().description("the clause in words"));
        List.of("title", "status").forEach(problem::addRequiredItem);
        return problem;
    }

    static Schema<?> problemField() {
        Schema<?> field = new Schema<>().type("object");
        field.addProperty("field", new StringSchema());
        field.addProperty("detail", new StringSchema());
        List.of("field", "detail").forEach(field::addRequiredItem);
        return field;
    }
}
