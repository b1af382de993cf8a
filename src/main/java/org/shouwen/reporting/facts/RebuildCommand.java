package org.shouwen.reporting.facts;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.shouwen.cli.CliCommand;
import org.springframework.stereotype.Component;

/** {@code ./shouwen figures rebuild}: counts all figures anew from the history, while everything runs. */
@Component
class RebuildCommand implements CliCommand {
    private final FactRebuild rebuild;

    RebuildCommand(FactRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public String name() {
        return "figures rebuild";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String help() {
        return "derives what figures count anew from the history, while the product runs";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        long subjects;
        long began = System.nanoTime();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("figures rebuild")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .build()) {
            subjects = rebuild.run(bar::stepTo);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(Locale.ROOT, "已由留痕重算 counted anew from the history: %d (%.1f s)%n", subjects, seconds);
        return 0;
    }
}
