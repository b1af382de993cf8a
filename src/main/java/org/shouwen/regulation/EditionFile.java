package org.shouwen.regulation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
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

    private final String file;
    private final JsonNode root;

    private EditionFile(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static Edition read(String file, String text) {
        try {
            return new EditionFile(file, YAML.readTree(text)).edition();
        } catch (JacksonException e) {
            throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    private Edition edition() {
        return new Edition(
                text("/id"),
                text("/city"),
                text("/title"),
                LocalDate.parse(text("/effective")),
                closing(text("/limits/closingTime")),
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

    private String text(String path) {
        JsonNode node = root.at(path);
        if (!node.isString() || node.asString().isBlank()) throw wrong(path, "is missing");
        return node.asString().strip();
    }

    private int number(String path, int least, int most) {
        JsonNode node = root.at(path);
        if (!node.isInt() || node.asInt() < least || node.asInt() > most) {
            throw wrong(path, "must be a whole number from " + least + " to " + most);
        }
        return node.asInt();
    }

    private Limit limit(String path) {
        try {
            return Limit.parse(text(path));
        } catch (IllegalArgumentException e) {
            throw wrong(path, String.valueOf(e.getMessage()));
        }
    }

    private LocalTime closing(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private <T> List<T> list(String path, Class<T> type, Function<T, String> code) {
        JsonNode node = root.at(path);
        if (!node.isArray() || node.isEmpty()) throw wrong(path, "must be a list");
        List<T> list = node.valueStream().map(n -> entry(path, n, type)).toList();
        Set<String> seen = new HashSet<>();
        for (T t : list) if (!seen.add(code.apply(t))) throw wrong(path, "has the code '" + code.apply(t) + "' twice");
        return list;
    }

    private <T> T entry(String path, JsonNode node, Class<T> type) {
        try {
            return YAML.treeToValue(node, type);
        } catch (JacksonException e) {
            throw wrong(path, "has an entry " + node + ": " + e.getOriginalMessage());
        }
    }

    private IllegalStateException wrong(String path, String what) {
        return new IllegalStateException(file + ": " + path.substring(1).replace('/', '.') + " " + what);
    }
}
