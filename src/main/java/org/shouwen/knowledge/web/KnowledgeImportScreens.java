package org.shouwen.knowledge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.ArticleImport;
import org.shouwen.knowledge.ArticleKind;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Documents, folders of documents and tables become drafts. */
@Controller
@RequestMapping("/knowledge/import")
class KnowledgeImportScreens {
    private final ArticleImport imports;
    private final ArticleFormScreens pages;
    private final Forms forms;

    KnowledgeImportScreens(ArticleImport imports, ArticleFormScreens pages, Forms forms) {
        this.imports = imports;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal CurrentUser me, Model model) {
        return shown(model, me, Map.of("kind", ArticleKind.POLICY.name()));
    }

    @PostMapping
    String take(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        UnitId own = me.unit();
        UnitId whose = own == null ? new UnitId(unit.strip()) : own;
        forms.refused(
                model, () -> model.addAttribute("run", imports.run(sent(files), ArticleForm.kind(kind), whose, me)));
        return shown(model, me, Map.of("kind", kind, "unit", unit));
    }

    private String shown(Model model, CurrentUser me, Map<String, String> fields) {
        pages.choices(model, me, fields);
        return "knowledge/import";
    }

    private static List<ArticleImport.Sent> sent(@Nullable List<MultipartFile> files) {
        if (files == null) return List.of();
        return files.stream()
                .map(f -> new ArticleImport.Sent(Objects.requireNonNullElse(f.getOriginalFilename(), ""), bytes(f)))
                .toList();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
