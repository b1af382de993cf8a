package org.shouwen.search;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.shouwen.cli.CliCommand;
import org.shouwen.meaning.Embedder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./shouwen meaning off}: takes the model away and all vectors with it; words are searched as before. */
@Component
class MeaningOff implements CliCommand {
    private final Embedder embedder;
    private final MeaningStore meanings;
    private final TransactionTemplate transaction;

    MeaningOff(Embedder embedder, MeaningStore meanings, TransactionTemplate transaction) {
        this.embedder = embedder;
        this.meanings = meanings;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "meaning off";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String help() {
        return "takes the model of meaning away, and all vectors";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        // the model first: a running product takes nothing up any more
        embedder.drop();
        transaction.executeWithoutResult(_ -> meanings.off());
        out.println("已停用语义检索，模型和向量已删除。Search by meaning is off, model and vectors are deleted.");
        return 0;
    }
}
