package org.shouwen.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;

/**
 * Objects of the libraries that lie in a session for one redirect or one sign-in, in Java serialization; also whole
 * sessions as version 0.1.0 wrote them. An upgrade may lose the former; who was signed in under the latter stays so.
 */
final class PassingObjects {
    /** Our classes by the names that version 0.1.0 wrote: the class may be renamed and moved, its name here never. */
    private static final Map<String, Class<?>> WRITTEN_AS =
            Map.of("org.shouwen.accounts.SignedIn", CurrentUser.class, "org.shouwen.accounts.Role", Role.class);

    private PassingObjects() {}

    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException when its class is gone or is another one now */
    static Object read(byte[] kept) {
        try (ObjectInputStream in = new Renamed(new ByteArrayInputStream(kept))) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Renamed extends ObjectInputStream {
        Renamed(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass written = super.readClassDescriptor();
            Class<?> now = WRITTEN_AS.get(written.getName());
            if (now == null || now.getName().equals(written.getName())) return written;
            ObjectStreamClass here = ObjectStreamClass.lookupAny(now);
            if (!parts(here).equals(parts(written)))
                throw new InvalidClassException(written.getName(), "has other parts");
            return here;
        }

        private static List<String> parts(ObjectStreamClass type) {
            return Arrays.stream(type.getFields())
                    .map(f -> f.getTypeCode() + f.getName())
                    .toList();
        }
    }
}
