package org.shouwen.search;

import java.io.PrintStream;
import java.util.List;
import org.shouwen.cli.CliCommand;
import org.springframework.stereotype.Component;

/** {@code ./shouwen search rebuild}: builds the other copy of the index, while what is there is asked on. */
@Component
class RebuildIndex implements CliCommand {
    private final IndexBuilding building;

    RebuildIndex(IndexBuilding building) {
        this.building = building;
    }

    @Override
    public String name() {
        return "search rebuild";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String help() {
        return "builds the index of search anew, while the product runs";
    }

    /** Where the product runs, its job does the work; else it is done at the next start. */
    @Override
    public int run(List<String> arguments, PrintStream out) {
        building.begin();
        out.println("检索索引将在后台重建，建成后自动切换。The index is built anew by the running product, which then turns to it.");
        return 0;
    }
}
