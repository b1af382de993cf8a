package org.shouwen.channels.open311;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.open311.Service.Attribute;
import org.shouwen.channels.open311.Service.Datatype;
import org.shouwen.channels.open311.Service.Value;
import org.shouwen.directory.Directory;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Edition;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The city's list of services as a YAML file; a field that is not known is refused, so that none is lost to a slip. */
final class ServicesFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ServicesFile() {}

    private record File(@JsonSetter(nulls = Nulls.AS_EMPTY) List<Row> services) {}

    private record Row(
            @Nullable String code,
            @Nullable String name,
            @Nullable String description,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> keywords,
            @Nullable String group,
            @Nullable String type,
            @Nullable String kind,
            @JsonSetter("class") @Nullable String matterClass,
            @Nullable String lists,
            @Nullable String place,
            @Nullable Boolean agency,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<AttributeRow> attributes) {}

    private record AttributeRow(
            @Nullable String code,
            @Nullable Boolean variable,
            @Nullable String datatype,
            @Nullable Boolean required,
            @Nullable String help,
            @Nullable String description,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Value> values) {}

    /** @param wrong every reason why the file can not be used, in both languages; empty when it can */
    record Read(List<Service> services, List<String> wrong) {}

    /** @throws tools.jackson.core.JacksonException when it is no YAML of this form */
    static Read read(String yaml, Edition edition, Directory directory, Instant now) {
        List<Service> services = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Set<String> classes = new HashSet<>();
        for (Row row : YAML.readValue(yaml, File.class).services()) {
            String at = "service " + row.code() + ": ";
            if (!Text.clean(row.code()).matches("[A-Za-z0-9_-]{1,60}")) wrong.add(at + "code 编码只用字母、数字、-、_");
            if (!codes.add(Text.clean(row.code()))) wrong.add(at + "code 编码重复 given twice");
            if (Text.clean(row.name()).isEmpty()) wrong.add(at + "name 缺少名称 is missing");
            if (edition.kind(Text.clean(row.kind())).isEmpty())
                wrong.add(at + "kind 不是办法中的诉求类型 is none: " + row.kind());
            if (directory.matterClass(row.matterClass()).isEmpty())
                wrong.add(at + "class 没有这个事项类别 is none: " + row.matterClass());
            if (!classes.add(Text.clean(row.matterClass()))) wrong.add(at + "class 事项类别重复 given twice");
            Service.Type type = named(Service.Type.class, row.type(), Service.Type.REALTIME, at, wrong);
            Service.Lists lists = named(Service.Lists.class, row.lists(), Service.Lists.POSTED, at, wrong);
            Service.PublicPlace place =
                    named(Service.PublicPlace.class, row.place(), Service.PublicPlace.COARSE, at, wrong);
            services.add(new Service(
                    Text.clean(row.code()),
                    Text.clean(row.name()),
                    Text.clean(row.description()),
                    row.keywords(),
                    Text.clean(row.group()),
                    type,
                    Text.clean(row.kind()),
                    Text.clean(row.matterClass()),
                    lists,
                    place,
                    Boolean.TRUE.equals(row.agency()),
                    attributes(row.attributes(), at, wrong),
                    now));
        }
        return new Read(services, wrong);
    }

    private static List<Attribute> attributes(List<AttributeRow> rows, String service, List<String> wrong) {
        List<Attribute> all = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (AttributeRow row : rows) {
            String at = service + "attribute " + row.code() + ": ";
            if (!Text.clean(row.code()).matches("[A-Za-z0-9_-]{1,60}")) wrong.add(at + "code 编码只用字母、数字、-、_");
            if (!codes.add(Text.clean(row.code()))) wrong.add(at + "code 编码重复 given twice");
            if (Text.clean(row.description()).isEmpty()) wrong.add(at + "description 缺少问题 is missing");
            Datatype type = named(Datatype.class, row.datatype(), Datatype.STRING, at, wrong);
            if (type.list() == row.values().isEmpty()) wrong.add(at + "values 可选值只属于列表类型 belong to lists only");
            all.add(new Attribute(
                    Text.clean(row.code()),
                    !Boolean.FALSE.equals(row.variable()),
                    type,
                    Boolean.TRUE.equals(row.required()),
                    Text.clean(row.help()),
                    Text.clean(row.description()),
                    row.values()));
        }
        return all;
    }

    private static <E extends Enum<E>> E named(
            Class<E> type, @Nullable String typed, E otherwise, String at, List<String> wrong) {
        if (Text.clean(typed).isEmpty()) return otherwise;
        for (E each : type.getEnumConstants())
            if (each.name().equals(Text.clean(typed).toUpperCase(Locale.ROOT))) return each;
        wrong.add(at + "没有这个取值 not one of its values: " + typed);
        return otherwise;
    }
}
