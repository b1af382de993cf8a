package org.shouwen.channels.open311.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** An answer that keeps back what is an error in the words of others than this API: the container's, or an RFC 9457 problem. */
class ForeignErrors extends HttpServletResponseWrapper {
    private boolean foreign;
    private int sent;

    ForeignErrors(HttpServletResponse response) {
        super(response);
    }

    /** The status of an error that was kept back; 0: there was none. */
    int refused() {
        if (sent != 0) return sent;
        return foreign ? getStatus() : 0;
    }

    @Override
    public void sendError(int status) {
        sent = status;
    }

    @Override
    public void sendError(int status, String message) {
        sent = status;
    }

    @Override
    public boolean isCommitted() {
        return sent != 0 || super.isCommitted();
    }

    @Override
    public void setContentType(@Nullable String type) {
        if (!keeps(type)) super.setContentType(type);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!(name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) && keeps(value))) super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        if (!(name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) && keeps(value))) super.addHeader(name, value);
    }

    private boolean keeps(@Nullable String type) {
        foreign |= type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        return foreign;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return refused() == 0 ? super.getOutputStream() : new Nowhere();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return refused() == 0
                ? super.getWriter()
                : new PrintWriter(new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void flushBuffer() throws IOException {
        if (refused() == 0) super.flushBuffer();
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int b) {}
    }
}
