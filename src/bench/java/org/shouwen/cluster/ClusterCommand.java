package org.shouwen.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.shouwen.cli.OfflineCommand;

/** {@code ./shouwen cluster try [--kills N] [--cuts N]}: prints one line of JSON; see docs/operations/cluster.md. */
public final class ClusterCommand implements OfflineCommand {
    @Override
    public String name() {
        return "cluster try";
    }

    @Override
    public String arguments() {
        return Wishes.WORDS;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        try {
            if (!Packages.ensure(progress)) return 2;
            return new ClusterTry(Wishes.of(arguments), progress).run(out);
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
