package org.shouwen.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Words become the pieces that BERT's own tokenizer makes of them. */
class WordPiecesTest {
    private static WordPieces pieces() {
        StringBuilder json =
                new StringBuilder("{\"model\":{\"vocab\":{\"[UNK]\":100,\"[CLS]\":101,\"[SEP]\":102,\"供\":1,\"热\":2,"
                        + "\"，\":3,\"wi\":4,\"##fi\":5,\"##1\":6,\"\\\"\":7,\"\\u4e0d\":8");
        for (int i = 0; i < 1000; i++)
            json.append(",\"##q").append(i).append("\":").append(200 + i);
        return WordPieces.of(json.append("}}}").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void characters_and_marks_stand_alone_and_words_are_cut_into_the_longest_pieces() {
        assertThat(pieces().numbers("供热，WiFi1", 64)).containsExactly(101, 1, 2, 3, 4, 5, 6, 102);
        assertThat(pieces().numbers("不\"供", 64)).containsExactly(101, 8, 7, 1, 102);
    }

    @Test
    void what_is_in_no_piece_is_unknown_and_blanks_are_nothing() {
        assertThat(pieces().numbers(" 供\n䶮 xyz\u0000 ", 64)).containsExactly(101, 1, 100, 100, 102);
        assertThat(pieces().numbers("", 64)).containsExactly(101, 102);
        assertThat(pieces().numbers("w".repeat(400), 64)).containsExactly(101, 100, 102);
    }

    @Test
    void longer_words_end_where_the_model_ends_to_read() {
        assertThat(pieces().numbers("供".repeat(500), 16)).hasSize(16).endsWith(102);
        assertThat(pieces().numbers("wifi".repeat(20), 16)).hasSizeLessThanOrEqualTo(16);
    }
}
