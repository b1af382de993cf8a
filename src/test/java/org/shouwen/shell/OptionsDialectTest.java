package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class OptionsDialectTest {
    private static String written(String option, Map<String, Object> model) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addDialect(new OptionsDialect());
        engine.setTemplateResolver(new StringTemplateResolver());
        Context context = new Context();
        context.setVariables(model);
        return engine.process("<select>" + option + "</select>", context);
    }

    private static final List<SelectOptions.Option> TWO =
            List.of(new SelectOptions.Option("a\"><script>", "甲 <b>&"), new SelectOptions.Option("b", "乙"));

    @Test
    void values_and_words_are_escaped_and_none_is_chosen_unasked() {
        assertThat(written("<option sw:options=\"${list}\">单位</option>", Map.of("list", TWO)))
                .isEqualTo("<select><option value=\"a&quot;&gt;&lt;script&gt;\">甲 &lt;b&gt;&amp;</option>"
                        + "<option value=\"b\">乙</option></select>");
    }

    @Test
    void the_chosen_one_is_chosen() {
        assertThat(written(
                        "<option sw:options=\"${list}\" sw:chosen=\"${typed}\">单位</option>",
                        Map.of("list", TWO, "typed", "b")))
                .contains("<option value=\"b\" selected=\"selected\">乙</option>")
                .containsOnlyOnce("selected=");
    }

    @Test
    void a_condition_of_the_same_element_holds() {
        assertThat(written("<option th:if=\"${false}\" sw:options=\"${list}\">单位</option>", Map.of("list", TWO)))
                .isEqualTo("<select></select>");
    }

    @Test
    void an_empty_list_offers_nothing() {
        assertThat(written("<option sw:options=\"${list}\">单位</option>", Map.of("list", List.of())))
                .isEqualTo("<select></select>");
    }
}
