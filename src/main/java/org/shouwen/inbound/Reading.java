package org.shouwen.inbound;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Receipt;
import org.shouwen.attachments.Papers;
import org.shouwen.identity.Identity;

/** What a message says. */
public sealed interface Reading {
    /**
     * A person says something.
     *
     * @param sender with a number or a channel account where the channel tells one
     * @param title may be empty
     * @param ordinal the digits behind our number to which it was sent; 0 for none
     * @param number the appeal that it answers, as proved by an address of ours that only its person was told; null for none
     * @param note what else the channel told, for the desk
     * @param reference what the channel needs to answer in the same thread; empty for nothing. Kept encrypted with the appeal
     * @param media the channel's own names of files that lie with it and are fetched afterwards
     */
    record Said(
            Identity sender,
            String title,
            String text,
            int ordinal,
            @Nullable String number,
            List<Papers.File> files,
            String note,
            String reference,
            List<String> media)
            implements Reading {
        public Said {
            files = List.copyOf(files);
            media = List.copyOf(media);
        }

        /** Without files that lie elsewhere. */
        public Said(
                Identity sender,
                String title,
                String text,
                int ordinal,
                @Nullable String number,
                List<Papers.File> files,
                String note,
                String reference) {
            this(sender, title, text, ordinal, number, files, note, reference, List.of());
        }

        /** Without a thread. */
        public Said(
                Identity sender,
                String title,
                String text,
                int ordinal,
                @Nullable String number,
                List<Papers.File> files,
                String note) {
            this(sender, title, text, ordinal, number, files, note, "");
        }

        /** Words alone. */
        public static Said words(Identity sender, String text, int ordinal) {
            return new Said(sender, "", text, ordinal, null, List.of(), "");
        }

        @Override
        public String toString() {
            return "Said[…]";
        }
    }

    /**
     * Another office hands a matter over, whole: always an appeal of its own, whatever its words are.
     *
     * @param opened is told of the receipt, in the transaction that notes that the message is done
     */
    record Matter(NewAppeal appeal, Consumer<Receipt> opened) implements Reading {
        @Override
        public String toString() {
            return "Matter[…]";
        }
    }

    /**
     * Another office tells what became of a matter that is there already.
     *
     * @param act does what follows, in the transaction that notes that the message is done, and returns the appeal's number.
     *     Bad input puts the message among the rejects
     */
    record Told(Supplier<String> act) implements Reading {
        @Override
        public String toString() {
            return "Told[…]";
        }
    }

    /**
     * Nobody says anything: an automatic answer, an event of the machine.
     *
     * @param why for the list, such as {@code auto-submitted}
     */
    record Nothing(String why) implements Reading {}

    /**
     * A part of a long message; the whole is read when all are there, or what is there after some minutes.
     *
     * @param reference the same for all parts of a message of this sender
     * @param index from 1
     */
    record Part(Identity sender, String reference, int index, int total, String text, int ordinal) implements Reading {
        @Override
        public String toString() {
            return "Part[" + index + " of " + total + "]";
        }
    }
}
