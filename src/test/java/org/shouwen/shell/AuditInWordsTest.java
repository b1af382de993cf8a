package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

/** The auditor reads what was done in words, in one language, with the names of units and roles and without JSON. */
@ShouwenTest
class AuditInWordsTest {
    private static final Set<String> SHOWN = Set.of(
            "account",
            "unit",
            "calendar",
            "template",
            "callback_rates",
            "edition",
            "installation",
            "search",
            "row_alarm");

    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Test
    void an_act_of_administration_is_told_in_words() throws Exception {
        ScreenClient auditor = ScreenClient.as(port, "auditor");
        String page = auditor.get("/audit").body();
        assertThat(page).contains("账号 新建", "角色：", "单位：丹东市热力集团").doesNotContain("{&quot;", "&quot;roles&quot;", "：null");
        assertThat(page.replaceAll("title=\"[A-Za-z]+\"", "")).doesNotContain("AccountCreated", "UnitCreated");
    }

    /** The names of entries are pinned; every one that the page can show has its words in both languages. */
    @Test
    void every_kind_of_entry_that_the_page_shows_has_words() throws IOException {
        List<String> lacking = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/golden/v1/names.txt"))) {
            if (!line.startsWith("entries: ")) continue;
            for (String name : line.substring(9).split(",\\s*")) {
                String[] parts = name.split("/");
                if (!SHOWN.contains(parts[0])) continue;
                for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH))
                    for (String key : List.of("site.audit.kind." + parts[0], "site.audit.type." + parts[1]))
                        if ("".equals(messages.getMessage(key, null, "", locale))) lacking.add(locale + " " + key);
            }
        }
        assertThat(lacking).isEmpty();
    }
}
