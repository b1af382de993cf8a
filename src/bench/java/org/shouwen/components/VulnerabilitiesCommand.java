package org.shouwen.components;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.shouwen.cli.OfflineCommand;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./shouwen vulnerabilities FILE…}: holds what the product is made of against a copy of the known advisories. */
public final class VulnerabilitiesCommand implements OfflineCommand {
    @Override
    public String name() {
        return "vulnerabilities";
    }

    @Override
    public String arguments() {
        return "OSV-COPY…";
    }

    /** @return 0: none known; 1: some are; 2: there was nothing to hold the product against */
    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        JsonMapper json = JsonMapper.shared();
        List<Part> parts = BillOfMaterials.parts(json);
        Advisories.Found found =
                Advisories.about(parts, arguments.stream().map(Path::of).toList(), json);
        if (found.read() == 0) {
            out.println("没有读到任何漏洞公告：请从 osv.dev 下载 Maven 和 npm 的 all.zip，带到这台机器上，再写明它们的位置。");
            out.println(
                    "No advisory was read: fetch all.zip of Maven and of npm from osv.dev, carry them here and name them.");
            return 2;
        }
        for (Advisories.Hit h : found.hits())
            out.printf("%s  %s %s  %s%n", h.id(), h.part().name(), h.part().version(), h.summary());
        out.printf(
                "%d 个组件 parts, %d 条公告 advisories, %d 处命中 hits%n",
                parts.size(), found.read(), found.hits().size());
        return found.hits().isEmpty() ? 0 : 1;
    }
}
