package org.shouwen.accounts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.Actor;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Version;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for a city's own personnel system: made, changed and closed by login. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountApi {
    private final Accounts accounts;

    AccountApi(Accounts accounts) {
        this.accounts = accounts;
    }

    record Body(
            @Nullable String name,
            @Nullable String unit,
            @Nullable List<String> roles,
            @Nullable Boolean active) {}

    @GetMapping
    List<Account> all() {
        return accounts.all();
    }

    @GetMapping("/{login}")
    ResponseEntity<Account> get(@PathVariable String login) {
        Account a = found(login);
        return ResponseEntity.ok().eTag(Version.etag(a.version())).body(a);
    }

    /** @param firstHalf of the first password of an account that was asked for; the other half is told to whoever grants it */
    record Answer(
            @JsonUnwrapped Account account,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String firstHalf) {
        @Override
        public String toString() {
            return "Answer[" + account + "]";
        }
    }

    /** Asks for an account (201), which a security officer grants, or changes the one that is there and was seen ({@code If-Match}). */
    @PutMapping("/{login}")
    ResponseEntity<Answer> put(
            @PathVariable String login,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Body body,
            Actor by) {
        String name = body.name() == null ? "" : body.name();
        Optional<Account> there = accounts.byLogin(login);
        if (there.isEmpty()) {
            Accounts.Made made = accounts.ask(login, name, body.unit(), Role.named(body.roles()), by);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .eTag(Version.etag(made.account().version()))
                    .body(new Answer(made.account(), made.password()));
        }
        boolean active = body.active() == null || Boolean.TRUE.equals(body.active());
        accounts.change(
                there.get().with(name, body.unit(), Role.named(body.roles()), active, Version.required(match)), by);
        Account now = found(login);
        return ResponseEntity.ok().eTag(Version.etag(now.version())).body(new Answer(now, null));
    }

    @DeleteMapping("/{login}/tokens")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeTokens(@PathVariable String login, Actor by) {
        accounts.revokeTokens(found(login).id(), by);
    }

    private Account found(String login) {
        return accounts.byLogin(login).orElseThrow(() -> new NotFound("account", login));
    }
}
