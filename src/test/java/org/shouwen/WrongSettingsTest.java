package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shouwen.embedded.RealProcesses;
import org.shouwen.problems.WrongSetting;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.BeanCreationException;

/** A setting with which the product can't start ends the start with one sentence in each language, and with no trace. */
class WrongSettingsTest extends RealProcesses {
    @Override
    protected Map<String, String> surroundings() {
        return Map.of("SHOUWEN_STARTER", "demonstration");
    }

    @Test
    void a_city_that_does_not_come_along_is_told_in_words() throws Exception {
        Process app = start(home, port);
        assertThat(app.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(app.exitValue()).isEqualTo(1);
        assertThat(output(app))
                .contains(
                        "SHOUWEN_STARTER 的值 'demonstration' 无效",
                        "neither none, basics, a city that comes along nor a folder")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void whatever_met_it_while_the_product_was_put_together_does_not_hide_it() {
        assertThat(Launch.known(new BeanCreationException("mail", new WrongSetting("甲。", "A."))))
                .isEqualTo("甲。\nA.");
        assertThat(Launch.known(new BeanCreationException(
                        "pool", new TypeMismatchException("many", Integer.class, new NumberFormatException()))))
                .contains("'many' 无效", "can't be 'many'");
        assertThat(Launch.known(new IllegalStateException("a fault of ours"))).isNull();
    }
}
