package org.shouwen.shell;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Schemas of the product's own types as they are sent: a component that may be null is not required, an enumeration has a
 * name, each type has a name that no other has, and a sealed type is one object with the properties of all its kinds.
 */
final class ApiSchemas implements ModelConverter {
    private static final String REF = "#/components/schemas/";
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> chain) {
        ResolvableType type = asked.getType() instanceof JavaType t ? of(t) : ResolvableType.forType(asked.getType());
        Class<?> raw = type.resolve(Object.class);
        if (Collection.class.isAssignableFrom(raw) && own(type.getGeneric(0).resolve(Object.class)))
            return new ArraySchema().items(schema(type.getGeneric(0), context));
        if (own(raw)) return schema(type, context);
        return chain.hasNext() ? chain.next().resolve(asked, context, chain) : null;
    }

    private static ResolvableType of(JavaType type) {
        ResolvableType[] arguments = type.getBindings().getTypeParameters().stream()
                .map(ApiSchemas::of)
                .toArray(ResolvableType[]::new);
        return ResolvableType.forClassWithGenerics(type.getRawClass(), arguments);
    }

    private static boolean own(Class<?> raw) {
        return raw.getName().startsWith("org.shouwen.") && (raw.isRecord() || raw.isEnum() || raw.isSealed());
    }

    /** A reference to the schema of a type of ours, which is defined on the way; any other type as the product writes it. */
    private Schema<?> schema(ResolvableType type, ModelConverterContext context) {
        Class<?> raw = type.resolve(Object.class);
        if (Collection.class.isAssignableFrom(raw)) {
            ArraySchema list = new ArraySchema();
            list.items(schema(type.getGeneric(0), context));
            if (Set.class.isAssignableFrom(raw)) list.uniqueItems(true);
            return list;
        }
        if (raw == Optional.class) return schema(type.getGeneric(0), context);
        if (Map.class.isAssignableFrom(raw))
            return new Schema<>().type("object").additionalProperties(schema(type.getGeneric(1), context));
        if (!own(raw)) {
            Schema<?> simple = JsonTypes.of(raw);
            if (simple != null) return simple;
            Schema<?> found = context.resolve(new AnnotatedType(raw).resolveAsRef(true));
            return found == null ? new Schema<>() : found;
        }
        Optional<Type> value = written(raw);
        if (value.isPresent()) return schema(ResolvableType.forType(value.get()), context);
        String name = name(type);
        Class<?> other = named.putIfAbsent(name, raw);
        if (other != null && other != raw)
            throw new IllegalStateException("two types of the API are called %s: %s, %s".formatted(name, other, raw));
        if (!context.getDefinedModels().containsKey(name)) {
            Schema<?> schema = new Schema<>();
            context.defineModel(name, schema);
            if (raw.isEnum()) enumeration(schema, raw);
            else if (raw.isRecord()) object(schema, type, context);
            else kinds(schema, raw, context);
        }
        return new Schema<>().$ref(REF + name);
    }

    /** What a type is written as that is written as one value. */
    private static Optional<Type> written(Class<?> raw) {
        return Arrays.stream(raw.getMethods())
                .filter(m -> m.isAnnotationPresent(JsonValue.class))
                .findFirst()
                .map(Method::getGenericReturnType);
    }

    private static String name(ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        StringBuilder name = new StringBuilder();
        for (ResolvableType argument : type.getGenerics()) name.append(name(argument));
        Class<?> outer = raw.getEnclosingClass();
        String own = raw.getSimpleName();
        String before = outer == null ? "" : outer.getSimpleName().replaceAll("(Api|Screens)$", "");
        return name + (own.startsWith(before) ? own : before + own);
    }

    private static void enumeration(Schema<?> schema, Class<?> raw) {
        schema.type("string");
        for (Object constant : raw.getEnumConstants()) {
            @SuppressWarnings("unchecked")
            Schema<Object> any = (Schema<Object>) schema;
            any.addEnumItemObject(((Enum<?>) constant).name());
        }
    }

    private void object(Schema<?> schema, ResolvableType type, ModelConverterContext context) {
        schema.type("object");
        for (RecordComponent c : type.resolve(Object.class).getRecordComponents()) {
            if (c.getAccessor().isAnnotationPresent(JsonIgnore.class)) continue;
            boolean absent = nullable(c);
            property(schema, named(c), c.getType(), schema(of(c, type), context), absent);
            if (!absent) schema.addRequiredItem(named(c));
        }
    }

    private static ResolvableType of(RecordComponent c, ResolvableType owner) {
        return ResolvableType.forMethodReturnType(c.getAccessor(), owner.resolve(Object.class))
                                .hasUnresolvableGenerics()
                        || owner.hasGenerics()
                ? ResolvableType.forType(c.getGenericType(), owner)
                : ResolvableType.forType(c.getGenericType());
    }

    private static String named(RecordComponent c) {
        JsonProperty other = c.getAccessor().getAnnotation(JsonProperty.class);
        return other == null || other.value().isEmpty() ? c.getName() : other.value();
    }

    private static boolean nullable(RecordComponent c) {
        java.lang.reflect.AnnotatedType type = c.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class)
                || (type instanceof AnnotatedParameterizedType p && p.isAnnotationPresent(Nullable.class));
    }

    private static void property(Schema<?> schema, String name, Class<?> type, Schema<?> property, boolean nullable) {
        Schema<?> shown = property;
        if (nullable && property.get$ref() != null)
            shown = new Schema<>().type(type.isEnum() ? "string" : "object").addAllOfItem(property);
        if (nullable) shown.setNullable(true);
        schema.addProperty(name, shown);
    }

    /** All properties of all kinds; what each kind has is required, and the name of the kind where it is written. */
    private void kinds(Schema<?> schema, Class<?> sealed, ModelConverterContext context) {
        schema.type("object");
        JsonTypeInfo info = sealed.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes kinds = sealed.getAnnotation(JsonSubTypes.class);
        if (info != null && kinds != null) {
            Schema<String> codes = new StringSchema();
            for (JsonSubTypes.Type kind : kinds.value()) codes.addEnumItemObject(kind.name());
            schema.addProperty(info.property(), codes);
            schema.addRequiredItem(info.property());
        }
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Class<?>> all = records(sealed).toList();
        for (Class<?> kind : all)
            for (RecordComponent c : kind.getRecordComponents()) {
                boolean always = !nullable(c);
                seen.merge(named(c), always ? 1 : 0, Integer::sum);
                Map<?, ?> there = schema.getProperties() == null ? Map.of() : schema.getProperties();
                if (!there.containsKey(named(c)))
                    property(
                            schema,
                            named(c),
                            c.getType(),
                            schema(ResolvableType.forType(c.getGenericType()), context),
                            true);
            }
        seen.forEach((name, times) -> {
            if (times == all.size()) schema.addRequiredItem(name);
        });
    }

    private static java.util.stream.Stream<Class<?>> records(Class<?> type) {
        if (type.isRecord()) return java.util.stream.Stream.of(type);
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ApiSchemas::records)
                : java.util.stream.Stream.empty();
    }
}
