package org.shouwen.search;

import java.util.Set;
import org.shouwen.rowsecurity.UnitScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has made anew what is damaged, and nothing else: the words from the things themselves, the vectors from the words. Whoever
 * meets the damage says so, whether it is a search or a job.
 */
@Component
class IndexMending {
    private static final Logger LOG = LoggerFactory.getLogger(IndexMending.class);

    private static final Set<String> VECTORS = Set.of("meaning", "meaning_due", "centre");

    private final BrokenIndex broken;
    private final GenerationStore generations;
    private final ThingStore things;
    private final MeaningStore meanings;
    private final IndexBuilding building;
    private final TransactionTemplate alone;

    IndexMending(
            BrokenIndex broken,
            GenerationStore generations,
            ThingStore things,
            MeaningStore meanings,
            IndexBuilding building,
            PlatformTransactionManager transactions) {
        this.broken = broken;
        this.generations = generations;
        this.things = things;
        this.meanings = meanings;
        this.building = building;
        this.alone = new TransactionTemplate(transactions);
        // what met the damage is undone, and so is its transaction
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What a search or a forgetting met: the jobs mend it. @return whether it was damage of the index */
    boolean noted(DataAccessException e) {
        if (!BrokenIndex.is(e)) return false;
        boolean[] own = new boolean[1];
        UnitScope.within(null, () -> own[0] = Boolean.TRUE.equals(alone.execute(_ -> note(e))));
        return own[0];
    }

    private boolean note(DataAccessException e) {
        String copy = generations.now().asked();
        String table = broken.table(e, words(copy)).orElse("");
        if (VECTORS.contains(table)) meanings.broken();
        else if (table.equals(words(copy))) generations.broken(copy);
        else return false;
        return true;
    }

    /** What a job met, outside of its transaction. @throws DataAccessException the same, when it is no damage of the index */
    void mend(DataAccessException e) {
        if (!BrokenIndex.is(e)) throw e;
        Generation g = generations.now();
        String table = broken.table(e, words(g.asked())).orElseThrow(() -> e);
        if (VECTORS.contains(table)) {
            LOG.error("语义向量已损坏，正在重新生成。The vectors are damaged and are made anew.", e);
            alone.executeWithoutResult(_ -> meanings.empty());
        } else if (table.equals(words(g.asked()))) {
            LOG.error("检索索引已损坏，正在重建。The search index is damaged and is built anew.", e);
            alone.executeWithoutResult(_ -> generations.broken(g.asked()));
        } else if (table.equals(words(g.other()))) {
            LOG.error("不在用的一份检索索引已损坏，从头开始。The copy that is not asked is damaged and begins anew.", e);
            if (g.building()) building.begin();
            else alone.executeWithoutResult(_ -> things.empty(g.other()));
        } else throw e;
    }

    private static String words(String copy) {
        return "thing_" + copy;
    }
}
