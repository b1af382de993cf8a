package org.shouwen.workorder.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.acts.Raw;
import org.shouwen.problems.Version;
import org.shouwen.workorder.Acted;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/**
 * Acts on an order for integrators: each act of the table is a noun under the order; {@code If-Match} carries the version
 * that was seen. 201 with the new version as ETag, or the problem.
 */
@RestController
class OrderActsApi {
    private static final String UNDER = "/api/v1/work-orders/{number}/";
    private final WorkOrders orders;
    private final WorkOrderActs acts;

    OrderActsApi(WorkOrders orders, WorkOrderActs acts) {
        this.orders = orders;
        this.acts = acts;
    }

    ResponseEntity<Acted> act(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody(required = false) @Nullable ObjectNode body,
            HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Command command = acts.read(pattern.substring(pattern.lastIndexOf('/') + 1), Raw.json(body), number);
        Acted done = orders.act(number, command, by, Version.seen(match)).orThrow();
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.etag(done.version()))
                .body(done);
    }

    /** An act without fields: whatever body comes with it is not read. */
    ResponseEntity<Acted> bare(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            HttpServletRequest request) {
        return act(number, by, match, null, request);
    }

    /** Each act has an address of its own, so that rules of access and the API's description name it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Addresses {
        @Autowired
        void register(
                WorkOrderActs acts, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
            register(mapping, acts, "act", act -> !act.fields().isEmpty());
            register(mapping, acts, "bare", act -> act.fields().isEmpty());
        }

        private static void register(
                RequestMappingHandlerMapping mapping, WorkOrderActs acts, String method, Predicate<Act<?>> of) {
            RequestMappingInfo info = RequestMappingInfo.paths(acts.table().byName().values().stream()
                            .filter(of)
                            .map(a -> UNDER + a.name())
                            .toArray(String[]::new))
                    .methods(RequestMethod.POST)
                    .options(mapping.getBuilderConfiguration())
                    .build();
            Method handler = Arrays.stream(OrderActsApi.class.getDeclaredMethods())
                    .filter(m -> m.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
            mapping.registerMapping(info, "orderActsApi", handler);
        }

        @Bean
        Acts.Routes workOrderRoutes(WorkOrderActs acts) {
            Map<String, Act<?>> routes = new TreeMap<>();
            acts.table().byName().forEach((name, act) -> routes.put("POST " + UNDER + name, act));
            return new Acts.Routes(acts.table().subject(), routes);
        }
    }
}
