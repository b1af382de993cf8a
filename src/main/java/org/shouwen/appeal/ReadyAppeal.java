package org.shouwen.appeal;

/** An appeal that {@link Intake#ready} has checked: it is taken as it is, and nothing of it is checked once more. */
public final class ReadyAppeal {
    final NewAppeal appeal;
    final CheckedAppeal checked;

    ReadyAppeal(NewAppeal appeal, CheckedAppeal checked) {
        this.appeal = appeal;
        this.checked = checked;
    }

    /** Whether its words tell of danger to life (Art. 8.3). */
    public boolean danger() {
        return checked.urgency().danger();
    }
}
