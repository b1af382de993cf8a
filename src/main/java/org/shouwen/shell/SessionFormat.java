package org.shouwen.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How attributes of sessions lie in the database. What must outlive an upgrade (who is signed in, the token of open
 * forms, plain values) is JSON with a name and a version, {@code v}, independent of class names. What serves one
 * redirect or one sign-in (flash attributes, the page that was asked for, an exchange with the identity provider or an
 * authenticator) is Java serialization: {@link PassingObjects}. What can't be read is as if it had never been there.
 */
final class SessionFormat {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFormat.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VERSION = 1;

    private SessionFormat() {}

    static byte[] write(Object value) {
        ObjectNode node = node(value);
        if (node == null) return PassingObjects.write(value);
        return JSON.writeValueAsString(node.put("v", VERSION)).getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable Object read(byte[] kept) {
        try {
            return kept.length > 0 && kept[0] == '{' ? value(JSON.readTree(kept)) : PassingObjects.read(kept);
        } catch (RuntimeException e) {
            LOG.info(
                    "会话属性无法读取，视为不存在 a session's attribute can't be read and counts as absent: {}",
                    e.getClass().getName());
            return null;
        }
    }

    private static @Nullable ObjectNode node(Object value) {
        return switch (value) {
            case String s -> is("text").put("value", s);
            case Boolean b -> is("flag").put("value", b);
            case Long n -> is("number").put("value", n);
            case Instant at -> is("moment").put("value", at.toString());
            case DefaultCsrfToken t -> token(t);
            case SecurityContext c -> signedIn(c.getAuthentication());
            case Map<?, ?> fields when texts(fields) -> fields(fields);
            default -> null;
        };
    }

    private static @Nullable Object value(JsonNode node) {
        int version = node.path("v").asInt(VERSION);
        if (version > VERSION) throw new IllegalStateException("written by a later version: " + version);
        return switch (node.path("is").asString("")) {
            case "text" -> node.path("value").asString();
            case "flag" -> node.path("value").asBoolean();
            case "number" -> node.path("value").asLong();
            case "moment" -> Instant.parse(node.path("value").asString());
            case "form-token" ->
                new DefaultCsrfToken(text(node, "header"), text(node, "parameter"), text(node, "token"));
            case "signed-in" -> new SecurityContextImpl(authentication(node));
            case "fields" -> fields(node.path("value"));
            default -> throw new IllegalStateException("unknown: " + node.path("is"));
        };
    }

    private static ObjectNode is(String name) {
        return JSON.createObjectNode().put("is", name);
    }

    private static ObjectNode token(CsrfToken t) {
        return is("form-token")
                .put("header", t.getHeaderName())
                .put("parameter", t.getParameterName())
                .put("token", t.getToken());
    }

    /** Null when somebody is signed in otherwise than this program does it. */
    private static @Nullable ObjectNode signedIn(@Nullable Authentication a) {
        if (!(a instanceof UsernamePasswordAuthenticationToken token)
                || !(token.getPrincipal() instanceof CurrentUser person)
                || token.getCredentials() != null
                || !token.isAuthenticated()
                || !token.getAuthorities().stream().allMatch(SimpleGrantedAuthority.class::isInstance)) return null;
        ObjectNode node = is("signed-in")
                .put("account", person.account().toString())
                .put("login", person.login())
                .put("name", person.name())
                .put("unit", person.unitCode())
                .put(
                        "officer",
                        person.officer() == null ? null : person.officer().toString())
                .put("provedTwice", person.provedTwice());
        person.roles().stream().map(Role::name).sorted().forEach(node.putArray("roles")::add);
        token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .sorted()
                .forEach(node.putArray("authorities")::add);
        if (token.getDetails() instanceof WebAuthenticationDetails d)
            node.put("from", d.getRemoteAddress()).put("session", d.getSessionId());
        return node;
    }

    private static Authentication authentication(JsonNode node) {
        String officer = textOrNull(node, "officer");
        CurrentUser person = new CurrentUser(
                UUID.fromString(text(node, "account")),
                text(node, "login"),
                text(node, "name"),
                textOrNull(node, "unit"),
                officer == null ? null : UUID.fromString(officer),
                Set.copyOf(Role.named(texts(node.path("roles")))),
                node.path("provedTwice").asBoolean(false));
        var token = UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                texts(node.path("authorities")).stream()
                        .map(SimpleGrantedAuthority::new)
                        .toList());
        String from = textOrNull(node, "from");
        if (from != null) token.setDetails(new WebAuthenticationDetails(from, textOrNull(node, "session")));
        return token;
    }

    private static boolean texts(Map<?, ?> fields) {
        return fields.entrySet().stream().allMatch(f -> f.getKey() instanceof String && f.getValue() instanceof String);
    }

    private static ObjectNode fields(Map<?, ?> fields) {
        ObjectNode node = is("fields");
        ObjectNode values = node.putObject("value");
        fields.forEach((name, value) -> values.put((String) name, (String) value));
        return node;
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : node.propertyNames()) fields.put(name, text(node, name));
        return fields;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) texts.add(each.asString());
        return texts;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static @Nullable String textOrNull(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
