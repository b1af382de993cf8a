package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place that people wrote into the location is not read twice. */
class WithinPlaceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            振兴区 | 振兴区 花园小区12号楼 | 花园小区12号楼
            振兴区 站前街道 | 振兴区站前街道示例小区3号楼 | 示例小区3号楼
            振兴区 站前街道 | 站前街道，示例小区 | 示例小区
            振兴区 | 锦山大街23号 | 锦山大街23号
            振兴区 | 振兴区 | 振兴区
            振兴区 | 振兴路5号 | 振兴路5号
            '' | 花园小区 | 花园小区
            """)
    void it_is_said_once(String place, String location, String shown) {
        assertThat(WithinPlace.of(place, location)).isEqualTo(shown);
    }
}
