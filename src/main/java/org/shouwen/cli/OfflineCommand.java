package org.shouwen.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * A command that needs neither database nor server, such as {@code ./shouwen evaluate urgent FILE}: it may run beside
 * a running product on the same {@code SHOUWEN_HOME}. Each is named in {@code META-INF/services}.
 */
public interface OfflineCommand {
    /** The words that call it, such as {@code evaluate urgent}. */
    String name();

    /** What follows the name, such as {@code FILE}. */
    String arguments();

    /**
     * Does the work.
     *
     * @param out what the command prints; for {@code evaluate} the last line is one line of JSON
     * @param progress words for whoever waits; never part of the result
     * @return the process's exit status: 0 when it was done, 2 when the arguments or a file can not be used
     * @throws IOException when a file can not be read; its message is shown to the user
     */
    int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException;
}
