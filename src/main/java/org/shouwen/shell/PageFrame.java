package org.shouwen.shell;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** What goes before every page. Chinese first; {@code ?lang=en} or {@code zh} switches and is remembered. */
@Configuration(proxyBeanMethods = false)
class PageFrame implements WebMvcConfigurer {
    private final SignInFlow entrance;
    private final Navigation navigation;

    PageFrame(SignInFlow entrance, Navigation navigation) {
        this.entrance = entrance;
        this.navigation = navigation;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ApiLanguage();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
        registry.addInterceptor(navigation);
        registry.addInterceptor(entrance)
                .excludePathPatterns("/password", "/sign-in", "/error", "/api/**", "/shell/**", "/webjars/**");
    }
}
