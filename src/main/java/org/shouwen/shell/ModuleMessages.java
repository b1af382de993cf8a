package org.shouwen.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all modules: each brings {@code i18n/<module>.properties} in Chinese and {@code i18n/<module>_en.properties}
 * in English, in UTF-8. They are found on the class path and read in the order of their names; no key stands in two.
 */
@Configuration(proxyBeanMethods = false)
public class ModuleMessages {
    private static final String ENGLISH = "_" + Locale.ENGLISH.getLanguage();

    @Bean
    MessageSource messageSource() throws IOException {
        // keeps all bundles in one map for each language, where the other asks bundle after bundle for each word of a
        // page
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames(bundles().stream().map(b -> "classpath:i18n/" + b).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false); // without a language asked for: Chinese, whatever the machine speaks
        return messages;
    }

    /** Names of the bundles, such as {@code workorder}, in order. */
    static List<String> bundles() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties");
        return Arrays.stream(found)
                .map(r -> Objects.requireNonNull(r.getFilename()).replace(".properties", ""))
                .filter(name -> !name.endsWith(ENGLISH))
                .distinct()
                .sorted()
                .toList();
    }
}
