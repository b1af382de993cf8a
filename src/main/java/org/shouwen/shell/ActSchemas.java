package org.shouwen.shell;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Objects;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.acts.Field;

/** Bodies of acts, described from the tables that they are read by: what is required there is required here. */
final class ActSchemas {
    private static final String REF = "#/components/schemas/";

    private ActSchemas() {}

    static void describe(OpenAPI api, List<Acts.Routes> all) {
        for (Acts.Routes routes : all)
            routes.byOperation().forEach((route, act) -> {
                String[] parts = route.split(" ", 2);
                PathItem path = Objects.requireNonNull(api.getPaths().get(parts[1]), route);
                Operation operation = Objects.requireNonNull(
                        path.readOperationsMap().get(PathItem.HttpMethod.valueOf(parts[0])), route);
                if (act.fields().isEmpty()) {
                    operation.setRequestBody(null);
                    return;
                }
                String name = name(routes, act);
                api.getComponents().addSchemas(name, body(act));
                operation.setRequestBody(new RequestBody()
                        .required(act.fields().stream().anyMatch(Field::required) ? true : null)
                        .content(new Content()
                                .addMediaType(
                                        "application/json", new MediaType().schema(new Schema<>().$ref(REF + name)))));
            });
    }

    /** {@code extension-decisions} of {@code WorkOrder} → {@code WorkOrderExtensionDecisionsBody}. */
    static String name(Acts.Routes routes, Act<?> act) {
        StringBuilder name = new StringBuilder(routes.subject());
        for (String word : act.name().split("-", -1))
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        return name.append("Body").toString();
    }

    private static Schema<?> body(Act<?> act) {
        Schema<?> body = new Schema<>()
                .type("object")
                .description("rests on " + act.clause().name());
        for (Field field : act.fields()) {
            String[] path = field.name().split("\\.", 2);
            if (path.length == 1) property(body, field, path[0]);
            else property(within(body, path[0]), field, path[1]);
        }
        return body;
    }

    private static void property(Schema<?> object, Field field, String name) {
        Schema<?> property = schema(field);
        if (field.required()) object.addRequiredItem(name);
        else property.setNullable(true);
        object.addProperty(name, property);
    }

    private static Schema<?> within(Schema<?> body, String name) {
        if (body.getProperties() != null) {
            Schema<?> there = body.getProperties().get(name);
            if (there != null) return there;
        }
        Schema<?> object = new Schema<>().type("object").nullable(true);
        body.addProperty(name, object);
        return object;
    }

    private static Schema<?> schema(Field field) {
        return switch (field.kind()) {
            case TEXT, NUMBER -> text(field);
            case INTEGER -> new Schema<>().type("integer").format("int32");
            case YES_OR_NO -> new Schema<>().type("boolean");
            case TIME -> new Schema<>().type("string").format("date-time");
            case DATE -> new Schema<>().type("string").format("date");
            case ID -> new Schema<>().type("string").format("uuid");
            case CODES -> new ArraySchema().items(text(field));
            case IDS -> new ArraySchema().items(new Schema<>().type("string").format("uuid"));
        };
    }

    private static Schema<?> text(Field field) {
        Schema<String> text = new StringSchema();
        if (field.allowed().isEmpty()) text.setMaxLength(field.most());
        else text.setEnum(field.allowed());
        return text;
    }
}
