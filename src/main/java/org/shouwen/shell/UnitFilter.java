package org.shouwen.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.SignedIn;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever signed in for a unit works behind the second wall: the database shows them that unit's rows alone. */
final class UnitFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            UnitScope.<Exception>within(unit(), () -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static @Nullable String unit() {
        CurrentUser person = SignedIn.person();
        return person == null ? null : person.unitCode();
    }
}
