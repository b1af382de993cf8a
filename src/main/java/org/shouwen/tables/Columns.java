package org.shouwen.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a table that is read.
 *
 * @param all in the order of the template
 * @param required codes that the headings must have; of a group one is enough
 */
public record Columns(List<Column> all, List<List<String>> required) {
    /** Between two names of one column, such as 代码/code, 代码 code as our own messages write it, or one below the other. */
    private static final String TWO_NAMES = "[/|\\n\\r]+|(?<=\\p{IsHan})\\s+(?=[a-z])|(?<=[a-z])\\s+(?=\\p{IsHan})";

    /**
     * A column.
     *
     * @param code what programs call it, such as {@code phone}
     * @param names what offices call it, the usual one first, such as 电话, 联系电话
     * @param example a value for the template
     */
    public record Column(String code, List<String> names, String example) {
        public static Column of(String code, String example, String... names) {
            return new Column(code, List.of(names), example);
        }

        /** The usual Chinese name, with the code beside it. */
        String shown() {
            return names.getFirst() + " " + code;
        }
    }

    /** The code of a heading as it stands in a file; case, width, blanks, brackets and marks do not count. */
    Optional<String> code(String heading) {
        String plain = Headings.plain(heading);
        return named(plain)
                .or(() -> Arrays.stream(plain.split(TWO_NAMES))
                        .map(part -> named(part.strip()))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> named(String plain) {
        return all.stream()
                .filter(c -> plain.equals(c.code()) || c.names().contains(plain))
                .map(Column::code)
                .findFirst();
    }

    /** The usual Chinese name of a column; its code where there is none. */
    public String name(String code) {
        return all.stream()
                .filter(c -> c.code().equals(code))
                .map(c -> c.names().getFirst())
                .findFirst()
                .orElse(code);
    }

    String shown(List<String> group) {
        return all.stream()
                .filter(c -> group.contains(c.code()))
                .map(Column::shown)
                .reduce((a, b) -> a + " / " + b)
                .orElse("");
    }
}
