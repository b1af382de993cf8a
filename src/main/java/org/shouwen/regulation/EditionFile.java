package org.shouwen.regulation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shouwen.regulation.Edition.CallbackRules;
import org.shouwen.regulation.Edition.LimitClass;
import org.shouwen.regulation.Edition.Named;
import org.shouwen.regulation.Edition.NuisanceRules;
import org.shouwen.regulation.Edition.RetentionTerms;
import org.shouwen.regulation.Edition.ReturnProfile;
import org.shouwen.regulation.Edition.SupervisionLimits;
import org.shouwen.regulation.Edition.Target;
import org.shouwen.regulation.Edition.UrgentKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads an edition that a jurist wrote, and says what is wrong in it, by place. */
final class EditionFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final String text;
    private final JsonNode root;
    private final Set<String> read = new HashSet<>();

    private EditionFile(String file, String text, JsonNode root) {
        this.file = file;
        this.text = text;
        this.root = root;
    }

    /** @throws BrokenEdition.Unreadable naming the line, the key and what is wrong */
    static Edition read(String file, String text) {
        EditionFile read = new EditionFile(file, text, tree(file, text, STRICT));
        read.requireKnown(EditionSpelling.unknownPart(read.root));
        Edition edition = read.edition();
        read.requireProfile(edition.returns().kind());
        read.requireKnown(EditionSpelling.unknown(read.root, read.read));
        return edition;
    }

    /** One that holds already: what a draft must not have any more stands in it as it was adopted. */
    static Edition adopted(String text) {
        return new EditionFile("adopted", text, tree("adopted", text, YAML)).edition();
    }

    private static JsonNode tree(String file, String text, ObjectMapper yaml) {
        try {
            return yaml.readTree(text);
        } catch (JacksonException e) {
            throw new BrokenEdition.Unreadable(EditionFaults.syntax(file, text, e), e);
        }
    }

    private Edition edition() {
        return new Edition(
                text("/id"),
                text("/city"),
                text("/title"),
                date("/effective"),
                closing("/limits/closingTime"),
                limit("/limits/receipt"),
                list("/limits/classes", LimitClass.class, LimitClass::code),
                number("/extension/workingDays", 0, 366),
                new ReturnProfile(text("/returns/profile"), limit("/returns/within")),
                list("/kinds", Named.class, Named::code),
                list("/urgentKinds", UrgentKind.class, UrgentKind::code),
                list("/guidance", Target.class, Target::code),
                list("/declineGrounds", Named.class, Named::code),
                list("/channels", Named.class, Named::code),
                new CallbackRules(number("/callback/ratePercent", 0, 100), number("/callback/tries", 1, 20)),
                new SupervisionLimits(limit("/supervision/first"), limit("/supervision/second")),
                new NuisanceRules(
                        number("/nuisance/mostDays", 1, 3650),
                        number("/nuisance/reviewDays", 1, 3650),
                        number("/nuisance/invalid", 2, 1000),
                        number("/nuisance/withinDays", 1, 3650)),
                number("/upkeep/days", 1, 3650),
                new RetentionTerms(
                        number("/retention/identityYears", 1, 100),
                        number("/retention/fileYears", 1, 100),
                        number("/retention/ipDays", 180, 36_500),
                        number("/retention/draftDays", 1, 3650)));
    }

    private void requireKnown(Optional<String> unknown) {
        if (unknown.isPresent())
            throw wrong(unknown.get(), "不认识这个键，请检查拼写", "is no key of an edition: check its spelling");
    }

    private void requireProfile(String kind) {
        if (ReturnProfile.KINDS.contains(kind)) return;
        throw wrong(
                "/returns/profile",
                "“" + kind + "”不对，应为 " + String.join(" 或 ", ReturnProfile.KINDS),
                "is '" + kind + "' and must be " + String.join(" or ", ReturnProfile.KINDS));
    }

    private JsonNode at(String path) {
        read.add(path);
        return root.at(path);
    }

    private String text(String path) {
        JsonNode node = at(path);
        if (!node.isString() || node.asString().isBlank()) throw wrong(path, "缺少", "is missing");
        return node.asString().strip();
    }

    private int number(String path, int least, int most) {
        JsonNode node = at(path);
        if (node.isMissingNode()) throw wrong(path, "缺少", "is missing");
        if (!node.isInt() || node.asInt() < least || node.asInt() > most) {
            throw wrong(
                    path,
                    "应为 " + least + " 至 " + most + " 的整数",
                    "must be a whole number from " + least + " to " + most);
        }
        return node.asInt();
    }

    private Limit limit(String path) {
        try {
            return Limit.parse(text(path));
        } catch (IllegalArgumentException e) {
            throw wrong(path, "时限应写成 5wd（工作日）或 2h（小时）", "must be a limit such as 5wd or 2h: " + e.getMessage());
        }
    }

    private LocalDate date(String path) {
        try {
            return LocalDate.parse(text(path));
        } catch (DateTimeParseException e) {
            throw wrong(path, "日期应写成 2027-01-01", "must be a date such as 2027-01-01");
        }
    }

    private LocalTime closing(String path) {
        String time = text(path);
        try {
            return time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time);
        } catch (DateTimeParseException e) {
            throw wrong(path, "时刻应写成 17:30 或 24:00", "must be a time such as 17:30 or 24:00");
        }
    }

    private <T> List<T> list(String path, Class<T> type, Function<T, String> code) {
        JsonNode node = at(path);
        if (!node.isArray() || node.isEmpty()) throw wrong(path, "应为列表，至少一项", "must be a list");
        List<T> list = new ArrayList<>();
        for (JsonNode n : node) list.add(entry(path, list.size(), n, type));
        Set<String> seen = new HashSet<>();
        for (T t : list)
            if (!seen.add(code.apply(t)))
                throw wrong(path, "代码 " + code.apply(t) + " 出现两次", "has the code '" + code.apply(t) + "' twice");
        return list;
    }

    private <T> T entry(String path, int index, JsonNode node, Class<T> type) {
        try {
            return YAML.treeToValue(node, type);
        } catch (JacksonException e) {
            throw new BrokenEdition.Unreadable(
                    new BrokenEdition(
                            file,
                            EditionLines.entry(text, path, index),
                            path.substring(1).replace('/', '.'),
                            EditionFaults.entry(e, node)),
                    e);
        }
    }

    private IllegalStateException wrong(String path, String zh, String en) {
        return new BrokenEdition.Unreadable(
                new BrokenEdition(
                        file,
                        EditionLines.of(text, path),
                        path.substring(1).replace('/', '.'),
                        new BrokenEdition.Says(zh, en)),
                null);
    }
}
