package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A form may be sent before the page's scripts have run, by a quick hand or on a slow line, and does the same then:
 * every form has an address of its own that needs no script, and scripts wait for the page and never the page for them.
 */
class FormsBeforeScriptsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("\\b(th:)?action=|method=\"dialog\"");

    /** Sends by script what would go by the form's own address, and so only after the script has run. */
    private static final Pattern BY_SCRIPT = Pattern.compile("\\b(data-)?hx-(get|post|put|delete|boost)=");

    private static final Pattern KEYS =
            Pattern.compile("((?:ready\\()?\\w+\\)?)\\.(?:keyboard\\(\\)|locator\\(\"body\"\\)\\.press\\()");

    /** Sets the colours before anything is drawn; it touches no form. */
    private static final String COLOURS = "/shell/theme.js";

    static List<String> wrong(String name, String template) {
        List<String> wrong = new ArrayList<>();
        for (Matcher m = FORM.matcher(template); m.find(); ) {
            if (!ADDRESS.matcher(m.group()).find()) wrong.add(name + " goes nowhere without script: " + m.group());
            if (BY_SCRIPT.matcher(m.group()).find()) wrong.add(name + " is sent by script: " + m.group());
        }
        for (Matcher m = SCRIPT.matcher(template); m.find(); )
            if (!m.group().contains(" defer") && !m.group().contains(COLOURS))
                wrong.add(name + " waits for a script: " + m.group());
        return wrong;
    }

    @Test
    void every_form_can_be_sent_before_the_scripts_have_run() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".html")).toList()) {
                wrong.addAll(wrong(TEMPLATES.relativize(file).toString(), Files.readString(file)));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    /** Keys that scripts listen to; where they go to a field, the browser waits for the field. */
    static List<String> unready(String name, String test) {
        List<String> wrong = new ArrayList<>();
        for (Matcher m = KEYS.matcher(test); m.find(); )
            if (!m.group(1).startsWith("ready("))
                wrong.add(name + " presses keys on a page that may not listen yet: " + m.group());
        return wrong;
    }

    @Test
    void no_test_presses_keys_before_the_page_is_ready() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            for (Path file : all.filter(f -> f.toString().endsWith("Test.java")).toList())
                if (!file.endsWith("FormsBeforeScriptsTest.java"))
                    wrong.addAll(unready(String.valueOf(file.getFileName()), Files.readString(file)));
        }
        assertThat(wrong).isEmpty();
        assertThat(unready("x", "agent.keyboard().press(\"F9\");")).hasSize(1);
        assertThat(unready("x", "agent.locator(\"body\").press(\"Alt+1\");")).hasSize(1);
        assertThat(unready("x", "ready(agent).keyboard().press(\"F9\");")).isEmpty();
    }

    @Test
    void a_form_that_needs_a_script_is_found() {
        assertThat(wrong("x", "<form class=\"a\" method=\"post\">")).hasSize(1);
        assertThat(wrong("x", "<form th:action=\"@{/x}\" hx-post=\"/x\" method=\"post\">"))
                .hasSize(1);
        assertThat(wrong("x", "<script th:src=\"@{/shell/shouwen.js}\">")).hasSize(1);
        assertThat(wrong("x", "<form th:action=\"@{/x}\" method=\"post\"><script src=\"/y.js\" defer>"))
                .isEmpty();
    }
}
