package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.shouwen.blobs.NamedStore;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.blobs.StoreUnavailable;
import org.shouwen.cli.OfflineCommand;

/** {@code store bring FOLDER}: what a home or a backup holds beside its database, brought to {@code SHOUWEN_STORE}. */
public final class StoreCommand implements OfflineCommand {
    private static final String USAGE = "SHOUWEN_STORE=… ./shouwen store bring FOLDER";

    @Override
    public String name() {
        return "store bring";
    }

    @Override
    public String arguments() {
        return "FOLDER";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) {
        try {
            Path from = Path.of(Words.of(arguments, 1, Set.of(), USAGE).named().getFirst());
            SharedObjects store = store();
            if (!Files.isDirectory(from)) throw new BackupRefused("没有这个目录：" + from, "No such folder: " + from);
            BroughtFiles brought = new BroughtFiles(store);
            brought.bring(from);
            out.printf(
                    "已带到共享存储 brought: %d 个附件 attachments, %d 条封存、留痕和销毁记录 lines of seals, notes and erasures; %d 个本来就在"
                            + " were there%n",
                    brought.papers, brought.others, brought.there);
            brought.damaged.forEach(f -> out.printf("已损坏，没有带 damaged, left: %s%n", f));
            return brought.damaged.isEmpty() ? 0 : 1;
        } catch (StoreUnavailable e) {
            progress.printf(
                    "共享存储没有回应，再执行一次会接着做 the store does not answer, the same command goes on: %s%n", e.getMessage());
            return 2;
        } catch (IOException | UncheckedIOException e) {
            return FileFault.said(e, arguments, progress);
        }
    }

    private static SharedObjects store() throws BackupRefused {
        try {
            return NamedStore.of(name -> BackupCommand.environment(name, ""))
                    .orElseThrow(() -> new BackupRefused("没有设置 SHOUWEN_STORE。", "SHOUWEN_STORE is not set."));
        } catch (IllegalArgumentException e) { // no bucket in the address, no keys: its message says which
            throw new BackupRefused(String.valueOf(e.getMessage()), "SHOUWEN_STORE can not be used.", e);
        }
    }
}
