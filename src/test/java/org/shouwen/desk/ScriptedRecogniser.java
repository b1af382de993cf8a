package org.shouwen.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hears what it was told to hear, when the sound has come so far. */
final class ScriptedRecogniser implements SpeechRecogniser {
    record Line(long whenMs, Utterance what) {}

    final List<Line> script = new CopyOnWriteArrayList<>();
    final List<Long> frames = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Ear listen(Consumer<Utterance> heard) {
        List<Line> left = new ArrayList<>(script);
        return new Ear() {
            @Override
            public void frame(byte[] pcm, long atMs) {
                frames.add(atMs);
                say(atMs);
            }

            private void say(long until) {
                while (!left.isEmpty() && left.getFirst().whenMs() <= until)
                    heard.accept(left.removeFirst().what());
            }

            @Override
            public void close() {
                say(Long.MAX_VALUE);
            }
        };
    }
}
