package org.shouwen.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.guards.JavaSource;

/** What cites a clause, and what only looks like it. */
class CitationsTest {
    @Test
    void the_constant_is_a_citation_however_it_is_reached() {
        assertThat(cited("import org.shouwen.regulation.Clause;", "Object o = Clause.A4;"))
                .containsExactly(Clause.A4);
        assertThat(cited("import static org.shouwen.regulation.Clause.A4;", "Object o = A4;"))
                .containsExactly(Clause.A4);
        assertThat(cited("import static org.shouwen.regulation.Clause.*;", "Object o = A13_1;"))
                .containsExactly(Clause.A13_1);
        assertThat(cited("", "@org.shouwen.regulation.Basis(org.shouwen.regulation.Clause.A21) int i;"))
                .containsExactly(Clause.A21);
        assertThat(cited(
                        "import org.shouwen.regulation.Clause;",
                        "int of(Clause c) { return switch (c) { case A9 -> 1; default -> 2; }; }"))
                .containsExactly(Clause.A9);
    }

    @Test
    void a_size_of_paper_an_import_a_comment_and_a_text_cite_nothing() {
        assertThat(cited("", "Object o = PageSize.A4;")).isEmpty();
        assertThat(cited("import com.example.PageSize;", "Object o = A4;")).isEmpty();
        assertThat(cited("", "String size = \"A4\"; // Clause.A4")).isEmpty();
        assertThat(cited("import static org.shouwen.regulation.Clause.A4;", "/** {@link Clause#A4} */ int i;"))
                .isEmpty();
        assertThat(cited("", "String said = \"A2 A9 A14\";")).isEmpty();
    }

    @Test
    void only_tests_may_name_an_item_in_a_text() {
        JavaSource source = source("", "String body = \"{'clause':'A13_4'}\";");
        assertThat(Citations.in(source, true)).containsExactly(Clause.A13_4);
        assertThat(Citations.in(source, false)).isEmpty();
    }

    private static Set<Clause> cited(String imports, String body) {
        return Citations.in(source(imports, body), true);
    }

    private static JavaSource source(String imports, String body) {
        return JavaSource.of("src/test/java/org/shouwen/x/X.java", imports + " class X { " + body + " }");
    }
}
