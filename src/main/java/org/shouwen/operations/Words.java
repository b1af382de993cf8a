package org.shouwen.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command's words: what is named, and options such as {@code --keep=7} or {@code --keys-inside}. */
record Words(List<String> named, Map<String, String> options) {
    /** @throws BackupRefused when an option is not one of these, or another number of words is given */
    static Words of(List<String> arguments, int named, Set<String> options, String usage) throws BackupRefused {
        List<String> names = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (String a : arguments) {
            if (!a.startsWith("--")) names.add(a);
            else {
                String[] parts = a.substring(2).split("=", 2);
                if (!options.contains(parts[0])) throw new BackupRefused("用法：" + usage, "Usage: " + usage);
                given.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        if (names.size() != named) throw new BackupRefused("用法：" + usage, "Usage: " + usage);
        return new Words(names, given);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    @Nullable
    String text(String option) {
        return options.get(option);
    }

    @Nullable
    Path path(String option) {
        return Optional.ofNullable(options.get(option))
                .filter(o -> !o.isBlank())
                .map(Path::of)
                .orElse(null);
    }
}
