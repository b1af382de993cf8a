package org.shouwen.bench;

/** Another process that serves the city. */
record Node(int port, Process process) implements AutoCloseable {
    @Override
    public void close() {
        Application.stop(process);
    }
}
