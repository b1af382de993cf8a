package org.shouwen.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.FramedPage;
import org.shouwen.accounts.SignedIn;
import org.shouwen.notification.StaffNotices;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The number beside 提醒 in the frame of every page of those who are told something. */
@Configuration(proxyBeanMethods = false)
class NoticeCounter implements HandlerInterceptor, WebMvcConfigurer {
    private final StaffNotices notices;

    NoticeCounter(StaffNotices notices) {
        this.notices = notices;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && FramedPage.is(page)) page.addObject("noticesNew", fresh(SignedIn.person()));
    }

    /** @return null for whoever is told nothing and who is not signed in, "99+" for many */
    private @Nullable String fresh(@Nullable CurrentUser person) {
        if (person == null || !StaffNotices.told(person)) return null;
        int fresh = notices.fresh(person);
        return fresh >= StaffNotices.MOST ? StaffNotices.MOST - 1 + "+" : String.valueOf(fresh);
    }
}
