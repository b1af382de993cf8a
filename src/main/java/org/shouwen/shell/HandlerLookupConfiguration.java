package org.shouwen.shell;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts {@link HandlerLookup} in the place of Spring's own. */
@Configuration(proxyBeanMethods = false)
class HandlerLookupConfiguration implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new HandlerLookup();
    }
}
