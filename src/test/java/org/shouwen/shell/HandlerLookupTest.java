package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/** The lookup finds what Spring's own finds, for patterns and paths of all sorts. */
class HandlerLookupTest {
    private static final List<String> PATTERNS = List.of(
            "/orders/{number}",
            "/orders/{number}/{act:[a-z]+}",
            "/orders/new",
            "/files/**",
            "/rest/{*path}",
            "/place-?",
            "/api/v{version}/orders",
            "/{any}/end",
            "/orders/{number}.pdf",
            "/api/v1/orders/{number}",
            "/api/v1/orders/{number}/acts",
            "/api/v1/orders/{number}/{act:re[a-z]+}",
            "/api/v1/orders/{number}/report",
            "/api/v1/{kind}/{number}/parts");
    private static final List<String> PATHS = List.of(
            "/orders/7",
            "/orders/new",
            "/orders/7/receive",
            "/orders/7/REC",
            "/files",
            "/files/a/b",
            "/rest",
            "/rest/a/b",
            "/place-a",
            "/place-ab",
            "/api/v1/orders",
            "/x/end",
            "/orders/7.pdf",
            "/%6Frders/7",
            "/orders/%E4%B8%B9",
            "/orders/7;a=b",
            "/orders",
            "/api/v1/orders/7",
            "/api/v1/orders/7/",
            "/api/v1/orders/7/acts",
            "/api/v1/orders/7/report",
            "/api/v1/orders/7/receive",
            "/api/v1/orders/7/parts",
            "/api/v1/units/7/parts",
            "/api//v1/orders/7",
            "/nothing");

    void handle() {}

    @Test
    void it_finds_what_the_usual_lookup_finds() throws Exception {
        RequestMappingHandlerMapping usual = filled(new RequestMappingHandlerMapping());
        HandlerLookup ours = new HandlerLookup();
        filled(ours);
        ours.handlerMethodsInitialized(ours.getHandlerMethods());
        for (String path : PATHS)
            for (String method : List.of("GET", "POST")) {
                MockHttpServletRequest one = request(method, path);
                MockHttpServletRequest other = request(method, path);
                assertThat(found(ours, one)).as(method + " " + path).isEqualTo(found(usual, other));
            }
        assertThat(found(ours, request("GET", "/orders/7"))).contains("/orders/{number}");
    }

    @Test
    void what_is_mapped_later_is_found_too() throws Exception {
        HandlerLookup ours = new HandlerLookup();
        ours.handlerMethodsInitialized(ours.getHandlerMethods());
        filled(ours);
        assertThat(found(ours, request("GET", "/api/v1/orders/7"))).contains("/api/v1/orders/{number}");
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    private static String found(RequestMappingHandlerMapping mapping, MockHttpServletRequest request) {
        try {
            if (mapping.getHandler(request) == null) return "none";
            return String.valueOf(
                    request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"));
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    private RequestMappingHandlerMapping filled(RequestMappingHandlerMapping mapping) throws Exception {
        Method handle = HandlerLookupTest.class.getDeclaredMethod("handle");
        RequestMappingInfo.BuilderConfiguration options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(new PathPatternParser());
        for (String pattern : PATTERNS)
            mapping.registerMapping(
                    RequestMappingInfo.paths(pattern)
                            .methods(org.springframework.web.bind.annotation.RequestMethod.GET)
                            .options(options)
                            .build(),
                    new HandlerMethod(this, handle).getBean(),
                    handle);
        return mapping;
    }
}
