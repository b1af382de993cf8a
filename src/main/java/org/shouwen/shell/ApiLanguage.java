package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** People choose the language of screens, and it is remembered; programs say theirs with each request. Chinese first. */
final class ApiLanguage extends CookieLocaleResolver {
    private static final AcceptHeaderLocaleResolver ACCEPTED = accepted();

    ApiLanguage() {
        super("language");
        setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        setCookieMaxAge(Duration.ofDays(365));
        setRejectInvalidCookies(false);
    }

    private static AcceptHeaderLocaleResolver accepted() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    /** The language of an answer to a program, also before the request has reached a controller. */
    static Locale of(HttpServletRequest request) {
        return ACCEPTED.resolveLocale(request);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return program(request) ? of(request) : super.resolveLocale(request);
    }

    @Override
    public org.springframework.context.i18n.LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return program(request) ? () -> of(request) : super.resolveLocaleContext(request);
    }

    private static boolean program(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
