package org.shouwen.regulation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Article 26: a draft is seen without a restart, with all that differs; a broken one stops nothing and is shown with its place. */
class EditionDraftsTest extends BrowserTest {
    @Autowired
    Adoptions adoptions;

    @Value("${shouwen.home}")
    Path home;

    static String shipped() throws IOException {
        try (var in = Edition.class.getClassLoader().getResourceAsStream("regulation/dandong-2026.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(home.resolve("editions"));
        Files.writeString(home.resolve("editions/" + name), text);
    }

    @AfterEach
    void clean() throws IOException {
        for (String name : List.of("draft.yaml", "broken.yaml", "torn.yaml"))
            Files.deleteIfExists(home.resolve("editions/" + name));
    }

    /** Each of these was left out of the page that the Bureau adopted on. */
    @Test
    void all_that_differs_is_shown_and_a_new_file_needs_no_restart() throws IOException {
        String draft = shipped()
                .replace("id: dandong-2026", "id: dandong-2033")
                .replace("effective: '2026-01-01'", "effective: '2033-01-01'");
        Map<String, String> changes = Map.of(
                "ratePercent: ", "callback",
                "tries: ", "callback",
                "mostDays: ", "nuisance",
                "reviewDays: ", "nuisance",
                "identityYears: ", "retention",
                "draftDays: ", "retention");
        for (String key : changes.keySet()) draft = draft.replaceFirst(key + "\\d+", key + "19");
        draft = draft.replace("supervision: {first: 2wd", "supervision: {first: 9wd")
                .replaceFirst("assist: \\d+wd", "assist: 9wd");
        write("draft.yaml", draft);
        List<EditionDifferences.Difference> differences = adoptions.proposals().stream()
                .filter(p -> p.edition().id().equals("dandong-2033"))
                .findFirst()
                .orElseThrow()
                .differences();
        assertThat(differences.stream().map(EditionDifferences.Difference::part).collect(Collectors.toSet()))
                .contains("id", "effective", "callback", "nuisance", "retention", "supervision", "limitClasses");
        Page bureau = as("bureau");
        bureau.navigate("/editions");
        for (String words : List.of("回访", "来电处置", "留存期限", "督办时限", "办理类别与时限", "未到"))
            assertThat(bureau.locator(".sw-card:has-text('dandong-2033')")).containsText(words);
        String table = bureau.locator(".sw-card:has-text('dandong-2033') tbody")
                .innerText()
                .replace("dandong", "");
        assertThat(table)
                .as("words, not keys of a file")
                .contains("咨询 · 协办时限 · 工作日", "比例（%）", "最长期限（天）")
                .doesNotContainPattern("[A-Za-z]{3}");
        shot(bureau, "edition-differences");
    }

    @Test
    void whatever_an_edition_says_is_compared() throws IOException {
        Edition now = EditionFile.read("a", shipped());
        for (RecordComponent part : Edition.class.getRecordComponents())
            assertThat(EditionDifferences.between(now, EditionFile.read("b", other(part.getName()))).stream()
                            .map(EditionDifferences.Difference::part))
                    .as(part.getName())
                    .contains(part.getName());
    }

    /** An edition that differs in one part, by the first number or word that stands there. */
    private static String other(String part) throws IOException {
        String key = Map.of("limitClasses", "classes", "extensionDays", "extension", "upkeepDays", "upkeep")
                .getOrDefault(part, part);
        List<String> lines = shipped().lines().toList();
        StringBuilder text = new StringBuilder();
        boolean within = false;
        boolean done = false;
        for (String line : lines) {
            String changed = line;
            if (line.strip().startsWith(key + ":")) within = true;
            if (within && !done) {
                changed = switch (part) {
                    case "effective" -> line.replace("2026", "2027");
                    case "closingTime" -> line.replaceFirst("'?24:00'?", "'17:30'");
                    case "returns" -> line.replaceFirst("\\d+wd", "99wd");
                    case "receipt", "supervision" -> line.replaceFirst("\\d+wd", "99wd");
                    case "limitClasses" -> line.replaceFirst("limit: \\d+wd", "limit: 99wd");
                    case "callback", "nuisance", "retention", "extensionDays", "upkeepDays" ->
                        line.replaceFirst(": \\d+", ": 19");
                    case "id", "city", "title" -> line + "x";
                    default -> line.replaceFirst("name: '?([^',}]+)'?", "name: 别的");
                };
                done = !changed.equals(line);
            }
            text.append(changed).append('\n');
        }
        assertThat(done).as("changed " + part).isTrue();
        return text.toString();
    }

    @Test
    void a_broken_draft_is_shown_with_file_line_and_key_in_both_languages() throws IOException {
        String text =
                shipped().replace("id: dandong-2026", "id: dandong-2034").replace("receipt: 1wd", "receipt: soon");
        write("broken.yaml", text);
        write("torn.yaml", "id: [\n");
        int line = Arrays.asList(text.split("\n"))
                        .indexOf(text.lines()
                                .filter(l -> l.contains("receipt: soon"))
                                .findFirst()
                                .orElseThrow())
                + 1;
        assertThat(adoptions.broken())
                .anyMatch(b -> b.file().equals("broken.yaml")
                        && b.line() == line
                        && b.key().equals("limits.receipt"))
                .anyMatch(b -> b.file().equals("torn.yaml") && b.line() > 0);
        assertThat(new Editions("丹东市", home).city()).as("it stops no start").isEqualTo("丹东市");
        Page admin = as("admin");
        admin.navigate("/editions");
        assertThat(admin.locator(".sw-problem[role=alert]")).containsText("broken.yaml");
        assertThat(admin.locator(".sw-problem[role=alert]")).containsText("第 " + line + " 行");
        assertThat(admin.locator(".sw-problem[role=alert]")).containsText("时限应写成");
        shot(admin, "edition-broken");
        admin.navigate("/editions?lang=en");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void what_offices_save_amiss_is_said_in_the_readers_own_language() throws IOException {
        String draft = shipped().replace("id: dandong-2026", "id: dandong-2035");
        Files.createDirectories(home.resolve("editions"));
        Files.write(home.resolve("editions/draft.yaml"), draft.getBytes(Charset.forName("GB18030")));
        write("broken.yaml", draft.replaceFirst("\n  (?=\\S)", "\n\t"));
        int tab = draft.lines().toList().indexOf("limits:") + 2;
        write("torn.yaml", "id: [\n");
        assertThat(adoptions.broken())
                .anyMatch(b -> b.file().equals("draft.yaml") && b.says().zh().contains("UTF-8"))
                .anyMatch(b -> b.file().equals("broken.yaml")
                        && b.line() == tab
                        && b.says().zh().contains("制表符"))
                .anyMatch(b -> b.file().equals("torn.yaml") && b.says().zh().contains("括号"));
        assertThat(adoptions.broken()).allSatisfy(b -> {
            assertThat(b.says().zh().replace("UTF-8", "")).doesNotContainPattern("[a-z]{4}");
            assertThat(b.says().en()).doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void another_citys_and_a_past_date_and_a_later_one_warn() throws IOException {
        write(
                "draft.yaml",
                shipped()
                        .replace("id: dandong-2026", "id: elsewhere-2020")
                        .replace("effective: '2026-01-01'", "effective: '2020-01-01'")
                        .replace("city: 丹东市", "city: 某市"));
        assertThat(adoptions.proposals().stream()
                        .filter(p -> p.edition().id().equals("elsewhere-2020"))
                        .findFirst()
                        .orElseThrow()
                        .warnings())
                .containsExactly(EditionWarning.OTHER_CITY, EditionWarning.PAST);
        Page bureau = as("bureau");
        bureau.navigate("/editions");
        assertThat(bureau.locator(".sw-card:has-text('elsewhere-2020')")).containsText("不是本市的");
        assertThat(bureau.locator(".sw-card:has-text('elsewhere-2020')")).containsText("已过");
    }
}
