package org.shouwen.accounts;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.cli.CliCommand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commands that make accounts and tokens at the machine itself. */
@Configuration(proxyBeanMethods = false)
class AccountCommands {
    @Bean
    CliCommand tokenCommand(Accounts accounts) {
        return new RoleCommand("token", "NAME ROLE [UNIT]", "prints a new API token for an integration") {
            @Override
            void with(String name, Role role, String unit, PrintStream out) {
                out.println(accounts.token(name, Set.of(role), unit.isEmpty() ? null : unit));
            }
        };
    }

    @Bean
    CliCommand accountCommand(Accounts accounts) {
        return new RoleCommand(
                "account create", "LOGIN ROLE [UNIT]", "makes an account and prints its first password") {
            @Override
            void with(String login, Role role, String unit, PrintStream out) {
                out.println(accounts.create(login, login, unit.isEmpty() ? null : unit, null, Set.of(role))
                        .password());
            }
        };
    }

    private abstract static class RoleCommand implements CliCommand {
        private final String name;
        private final String arguments;
        private final String help;

        RoleCommand(String name, String arguments, String help) {
            this.name = name;
            this.arguments = arguments;
            this.help = help;
        }

        abstract void with(String name, Role role, String unit, PrintStream out);

        @Override
        public String name() {
            return name;
        }

        @Override
        public String arguments() {
            return arguments;
        }

        @Override
        public String help() {
            return help;
        }

        @Override
        public int run(List<String> words, PrintStream out) {
            Optional<Role> role = words.size() < 2 ? Optional.empty() : role(words.get(1));
            if (role.isEmpty()) {
                out.printf("用法 usage: ./shouwen %s %s%nROLE: %s%n", name, arguments, Arrays.toString(Role.values()));
                return 2;
            }
            with(words.getFirst(), role.get(), words.size() > 2 ? words.get(2) : "", out);
            return 0;
        }

        private static Optional<Role> role(String word) {
            String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(Role.values())
                    .filter(r -> r.name().equals(name))
                    .findFirst();
        }
    }
}
