package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.shouwen.cli.OfflineCommand;

/** {@code ./shouwen bench …}: starts cities of its own, so that no running product is touched. */
public final class BenchCommand implements OfflineCommand {
    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String arguments() {
        return "intake | life | wall | beside | queries | drip | sheet | inbound | boards | pop | upgrade";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        try {
            return Bench.run(arguments);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
