package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number in a path is read however it was copied; a word that names a page or an act is left alone. */
class NumbersInPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "No.20261129-000102",
                "no20261129000102",
                "NO.%E3%80%80２０２６１１２９-000102",
                "No%3A%2020261129-000102",
                "%E2%84%96%2020261129-000102",
                "Order%20%2320261129-000102"
            })
    void a_mark_in_front_is_no_part_of_it(String typed) {
        assertThat(GivenNumberFilter.read("/api/v1/work-orders/" + typed + "/notes"))
                .isEqualTo("/api/v1/work-orders/20261129-000102/notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/work-orders/imports",
                "/orders/nobody-20261129-000102",
                "/supervisions/triggers",
                "/appeals/number"
            })
    void another_word_is_left_alone(String path) {
        assertThat(GivenNumberFilter.read(path)).isEqualTo(path);
    }
}
