package org.shouwen.cli;

import java.io.PrintStream;
import java.util.List;

/** A command such as {@code ./shouwen import calendar FILE}; a Spring bean of the module whose work it is. */
public interface CliCommand {
    /** The words that call it, such as {@code import calendar}. */
    String name();

    /** What follows the name, such as {@code FILE}; empty when nothing does. */
    String arguments();

    /** One line that says what it does. */
    String help();

    /** @return the process's exit status: 0 when all was done */
    int run(List<String> arguments, PrintStream out) throws Exception;
}
