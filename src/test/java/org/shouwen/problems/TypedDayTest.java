package org.shouwen.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is read in the spellings of offices; one that no database holds is refused by its field and never gets there. */
class TypedDayTest {
    @ParameterizedTest
    @ValueSource(strings = {"2027-01-05", " 2027/1/5 ", "2027.1.5", "2027年1月5日", "２０２７－０１－０５"})
    void a_day_is_read(String typed) {
        assertThat(TypedDay.read("from", typed)).isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2027-02-30",
                "2027-13-01",
                "+999999999-12-31",
                "-0001-01-01",
                "0001-01-01",
                "9999-12-31",
                "27-1-5"
            })
    void what_is_no_day_of_ours_is_refused_by_its_field(String typed) {
        assertThatThrownBy(() -> TypedDay.read("from", typed))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields()).containsExactly(new BadInput.Field("from", "problems.field.day")));
    }
}
