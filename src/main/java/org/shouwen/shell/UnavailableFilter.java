package org.shouwen.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.embedded.DatabaseKeeper;
import org.shouwen.problems.NotAnswering;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away, requests are answered at once with 503 and {@code Retry-After}; so are those that it
 * dropped, those for which the store of files does not answer, and those that would store something while the disk is full.
 * Whoever sent a form gets it back as it was filled: {@link UnavailablePage}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6) // after the limit of bodies, before sessions, which lie in the database
class UnavailableFilter extends OncePerRequestFilter {
    private static final Pattern NEEDS_NO_DATABASE = Pattern.compile(".*\\.(css|js|svg|png|ico|woff2)");

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> NEEDS_NO_ROOM = Set.of("/sign-in", "/sign-out");

    // looked for once: a look through the context for each request costs a hundredth of it
    private final SingletonSupplier<Optional<DatabaseKeeper>> keeper;
    private final DiskRoom room;
    private final UnavailablePage page;

    UnavailableFilter(ObjectProvider<DatabaseKeeper> keeper, DiskRoom room, UnavailablePage page) {
        this.keeper = SingletonSupplier.of(() -> Optional.ofNullable(keeper.getIfAvailable()));
        this.room = room;
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (down() && !NEEDS_NO_DATABASE.matcher(request.getServletPath()).matches()) {
            page.show(request, response, UnavailablePage.Why.RECOVERING);
            return;
        }
        if (writes(request) && room.full()) {
            page.show(request, response, UnavailablePage.Why.DISK_FULL);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !(DatabaseLoss.in(e) || NotAnswering.in(e))) throw e;
            response.reset();
            page.show(request, response, why(e));
        }
    }

    private UnavailablePage.Why why(Exception e) {
        if (room.full()) return UnavailablePage.Why.DISK_FULL;
        return DatabaseLoss.in(e) ? UnavailablePage.Why.RECOVERING : UnavailablePage.Why.STORE_AWAY;
    }

    /** Whether it may store something; whoever signs in only wants to read, and takes next to no room. */
    private static boolean writes(HttpServletRequest request) {
        return !READS.contains(request.getMethod()) && !NEEDS_NO_ROOM.contains(request.getServletPath());
    }

    private boolean down() {
        return keeper.obtain().filter(DatabaseKeeper::down).isPresent();
    }
}
