package org.shouwen.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.shouwen.Shouwen;
import org.shouwen.cli.OfflineCommand;

/** {@code ./shouwen bench year}: a simulated year of a city, held against an oracle. */
public final class YearCommand implements OfflineCommand {
    @Override
    public String name() {
        return "bench year";
    }

    @Override
    public String arguments() {
        return "[--appeals 400000] [--units 150] [--seed 1]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        try {
            return Simulation.run(Shouwen.class, arguments, out::println);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
