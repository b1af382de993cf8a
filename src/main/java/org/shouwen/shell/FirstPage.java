package org.shouwen.shell;

import org.shouwen.accounts.CurrentUser;

/** Where a person's work begins. */
public final class FirstPage {
    private FirstPage() {}

    public static String of(CurrentUser person) {
        return Navigation.home(person);
    }
}
