package org.shouwen.site;

import org.shouwen.accounts.SignedIn;

/** Where a person's work begins. */
public final class FirstPage {
    private FirstPage() {}

    public static String of(SignedIn person) {
        return Navigation.home(person);
    }
}
