package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shouwen.cli.OfflineCommand;

/** {@code backup nightly}: what a timer calls every night. The settings say where to; as long as they do not, nothing is done. */
public final class NightlyCommand implements OfflineCommand {
    /** Two weeks: who comes back from a holiday still finds what was before it. */
    private static final int KEEP = 14;

    @Override
    public String name() {
        return "backup nightly";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) {
        try {
            Words.of(arguments, 0, Set.of(), "./shouwen backup nightly");
        } catch (IOException e) {
            return FileFault.said(e, arguments, progress);
        }
        String place = BackupCommand.environment("SHOUWEN_BACKUP_TO", "");
        if (place.isEmpty()) {
            out.println("未设置 SHOUWEN_BACKUP_TO，没有备份 SHOUWEN_BACKUP_TO is not set: nothing was backed up");
            return 0;
        }
        List<String> words = new ArrayList<>(List.of(place, "--keep=" + KEEP));
        String keys = BackupCommand.environment("SHOUWEN_BACKUP_KEYS", "");
        if (!keys.isEmpty()) words.add("--keys=" + keys);
        return new BackupCommand().run(words, out, progress);
    }
}
