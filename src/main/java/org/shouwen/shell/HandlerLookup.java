package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request as Spring does, and weighs only patterns that begin as the path does: with a variable in
 * the path Spring tries every pattern of the application, which was an eighth of the processor time of an order's life.
 * Where one of them alone matches it is taken at once; all else is left to Spring.
 */
class HandlerLookup extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, List<String>> starts = new ConcurrentHashMap<>();
    private volatile @Nullable Mapped mapped;

    /** A request whose method and path are asked for once and not once a pattern, through all filters' wrappers. */
    private static final class LookedUp extends HttpServletRequestWrapper {
        private final String method;
        private final String path;

        LookedUp(HttpServletRequest request, String path) {
            super(request);
            this.method = request.getMethod();
            this.path = path;
        }

        @Override
        public String getMethod() {
            return method;
        }
    }

    /** What was mapped when the application began. */
    private record Mapped(Map<RequestMappingInfo, HandlerMethod> methods, MappedPaths<RequestMappingInfo> paths) {}

    /** A mapping as it answers this request. */
    private record Match(RequestMappingInfo narrowed, HandlerMethod method) {}

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        MappedPaths<RequestMappingInfo> paths = new MappedPaths<>();
        methods.keySet().forEach(info -> {
            getDirectPaths(info).forEach(paths::addDirect);
            startsOf(info).forEach(start -> paths.add(info, start));
        });
        mapped = new Mapped(new HashMap<>(methods), paths);
    }

    @Override
    public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
        mapped = null; // what is mapped later would be missed
        super.registerMapping(mapping, handler, method);
    }

    @Override
    public void unregisterMapping(RequestMappingInfo mapping) {
        mapped = null;
        super.unregisterMapping(mapping);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        LookedUp asked = new LookedUp(request, path);
        Match alone = alone(path, asked);
        if (alone == null) return super.lookupHandlerMethod(path, asked);
        asked.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, alone.method());
        handleMatch(alone.narrowed(), path, asked);
        return alone.method();
    }

    /** The one mapping that answers; {@code null} where there is none, or more than one, or the path is written in full. */
    private @Nullable Match alone(String path, LookedUp request) {
        Mapped known = mapped;
        if (known == null
                || path.indexOf('%') >= 0
                || known.paths().isDirect(path)
                || CorsUtils.isPreFlightRequest(request)) return null;
        Match alone = null;
        for (RequestMappingInfo info : known.paths().of(path)) {
            RequestMappingInfo narrowed = getMatchingMapping(info, request);
            if (narrowed == null) continue;
            if (alone != null) return null;
            alone = new Match(narrowed, Objects.requireNonNull(known.methods().get(info)));
        }
        return alone;
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        if (request instanceof LookedUp asked && !mayMatch(info, asked.path)) return null;
        return super.getMatchingMapping(info, request);
    }

    private boolean mayMatch(RequestMappingInfo info, String path) {
        // what is written as %6F matches the letter
        if (path.indexOf('%') >= 0) return true;
        for (String start : starts.computeIfAbsent(info, HandlerLookup::startsOf))
            if (path.startsWith(start)) return true;
        return false;
    }

    private static List<String> startsOf(RequestMappingInfo info) {
        return info.getPatternValues().stream().map(HandlerLookup::start).toList();
    }

    /** What every path has at its beginning that matches a pattern. */
    static String start(String pattern) {
        int end = 0;
        while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) end++;
        // "/a/**" and "/a/{*rest}" match "/a" too
        boolean many = pattern.startsWith("**", end) || pattern.startsWith("{*", end);
        return pattern.substring(0, many && end > 0 ? end - 1 : end);
    }
}
