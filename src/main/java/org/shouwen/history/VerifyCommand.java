package org.shouwen.history;

import java.io.PrintStream;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.shouwen.cli.CliCommand;
import org.springframework.stereotype.Component;

/** {@code ./shouwen verify}: prints what a verification finds (ruling 11). */
@Component
class VerifyCommand implements CliCommand {
    private final Verification verification;

    VerifyCommand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String help() {
        return "proves that nothing in the history was changed, removed or inserted";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Verification.Result result;
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("verify")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .build()) {
            result = verification.verify(bar::stepTo);
        }
        out.printf("%d entries, %d rows%n", result.entries(), result.rows());
        result.findings().forEach(out::println);
        out.println(result.findings().isEmpty() ? "全部完好 all is as it was written" : "发现改动 something was changed");
        return result.findings().isEmpty() ? 0 : 1;
    }
}
