package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.reporting.facts.FactKeeper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever asks for the count within a transaction, such as a publication, gets it to its end. */
@ShouwenTest
class FactsWithinTransactionTest {
    @Autowired
    Cases cases;

    @Autowired
    FactKeeper keeper;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void it_counts_to_the_end_within_another_transaction() {
        String number = cases.aCase().dispatchedTo("heating").number();
        new TransactionTemplate(transactions).executeWithoutResult(_ -> keeper.run());
        assertThat(jdbc.sql("select count(*) from reporting.fact where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
