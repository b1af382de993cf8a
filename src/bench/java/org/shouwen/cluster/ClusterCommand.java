package org.shouwen.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.shouwen.cli.OfflineCommand;

/** {@code ./shouwen cluster try [--seconds N] [--kills N]}: prints one line of JSON; see docs/operations/cluster.md. */
public final class ClusterCommand implements OfflineCommand {
    @Override
    public String name() {
        return "cluster try";
    }

    @Override
    public String arguments() {
        return "[--seconds 60] [--kills 6] [--seed 1] [--keep]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        try {
            if (!Packages.ensure(progress)) return 2;
            return new ClusterTry(
                            number(arguments, "--seconds", 60),
                            number(arguments, "--kills", 6),
                            number(arguments, "--seed", 1),
                            arguments.contains("--keep"),
                            progress)
                    .run(out);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(List<String> words, String name, int otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }
}
