package org.shouwen.regulation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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
    private final String text;
    private final JsonNode root;

    private EditionFile(String file, String text, JsonNode root) {
        this.file = file;
        this.text = text;
        this.root = root;
    }

    /** @throws BrokenEdition.Unreadable naming the line, the key and what is wrong */
    static Edition read(String file, String text) {
        try {
            return new EditionFile(file, text, YAML.readTree(text)).edition();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            String what =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new BrokenEdition.Unreadable(unreadable(file, text, line, what), e);
        }
    }

    /** The reader's own words are English, and it names the line above a tab; who reads Chinese is told what to look for. */
    private static BrokenEdition unreadable(String file, String text, int line, String what) {
        List<String> lines = text.lines().toList();
        for (int i = Math.max(0, line - 1); i <= line && i < lines.size(); i++)
            if (lines.get(i).matches(" *\\t.*"))
                return new BrokenEdition(
                        file, i + 1, "", new BrokenEdition.Says("缩进要用空格，不能用制表符", "is indented by a tab; use spaces"));
        return new BrokenEdition(
                file,
                line,
                "",
                new BrokenEdition.Says("写法有误：请检查这一行及其上下行的缩进、引号、括号和冒号", "is not readable YAML: " + what));
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

    private String text(String path) {
        JsonNode node = root.at(path);
        if (!node.isString() || node.asString().isBlank()) throw wrong(path, "缺少", "is missing");
        return node.asString().strip();
    }

    private int number(String path, int least, int most) {
        JsonNode node = root.at(path);
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
        JsonNode node = root.at(path);
        if (!node.isArray() || node.isEmpty()) throw wrong(path, "应为列表，至少一项", "must be a list");
        List<T> list = node.valueStream().map(n -> entry(path, n, type)).toList();
        Set<String> seen = new HashSet<>();
        for (T t : list)
            if (!seen.add(code.apply(t)))
                throw wrong(path, "代码 " + code.apply(t) + " 出现两次", "has the code '" + code.apply(t) + "' twice");
        return list;
    }

    private <T> T entry(String path, JsonNode node, Class<T> type) {
        try {
            return YAML.treeToValue(node, type);
        } catch (JacksonException e) {
            throw wrong(
                    path,
                    "有一项写错：" + node + "（" + e.getOriginalMessage() + "）",
                    "has an entry " + node + ": " + e.getOriginalMessage());
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
