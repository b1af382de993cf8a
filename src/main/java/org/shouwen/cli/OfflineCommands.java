package org.shouwen.cli;

import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;

/** The offline commands on the class path, each named in its module's {@code META-INF/services}. */
public final class OfflineCommands {
    private OfflineCommands() {}

    /** The command that a line begins with: of two that fit, the one with the longer name. */
    public static Optional<OfflineCommand> find(String line) {
        return ServiceLoader.load(OfflineCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(c -> line.equals(c.name()) || line.startsWith(c.name() + " "))
                .max(Comparator.comparingInt(c -> c.name().length()));
    }
}
