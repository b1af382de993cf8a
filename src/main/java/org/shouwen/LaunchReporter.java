package org.shouwen;

import org.springframework.boot.SpringBootExceptionReporter;

/** Keeps a start that has one sentence for what stands in its way from telling it a second time as a trace. */
final class LaunchReporter implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        return Launch.known(failure) != null;
    }
}
