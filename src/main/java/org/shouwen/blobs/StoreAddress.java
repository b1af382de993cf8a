package org.shouwen.blobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shouwen.problems.WrongSetting;

/**
 * Where the nodes of a city share bytes.
 *
 * @param url of the bucket with the prefix of this city's names, without a slash at its end, such as {@code
 *     https://store.example:9000/shouwen/dandong}
 * @param region that goes into signatures; most servers that are not Amazon's take any
 */
record StoreAddress(String url, String region, String key, String secret) {
    /** Whether what was set is a bucket's address, and not a folder. */
    static boolean isUrl(String store) {
        return store.startsWith("http://") || store.startsWith("https://");
    }

    /**
     * @param secretFile name of a file that holds the secret; empty: {@code secret} is it
     * @throws WrongSetting when the address names no bucket, or there are no keys for it
     */
    static StoreAddress of(String url, String region, String key, String secret, String secretFile) {
        String path = String.valueOf(URI.create(url).getPath());
        if (path.replace("/", "").isEmpty())
            throw new WrongSetting(
                    "SHOUWEN_STORE 未写明存储桶：http://HOST:PORT/BUCKET。",
                    "SHOUWEN_STORE names no bucket: http://HOST:PORT/BUCKET");
        String said = secretFile.isBlank() ? secret : read(Path.of(secretFile));
        if (key.isBlank() || said.isBlank())
            throw new WrongSetting(
                    "缺少 SHOUWEN_STORE_KEY 或 SHOUWEN_STORE_SECRET_FILE。",
                    "SHOUWEN_STORE_KEY or SHOUWEN_STORE_SECRET_FILE is missing.");
        return new StoreAddress(url.replaceAll("/+$", ""), region, key.strip(), said.strip());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new WrongSetting(
                    "SHOUWEN_STORE_SECRET_FILE 读不出来：" + file, "SHOUWEN_STORE_SECRET_FILE can't be read: " + file, e);
        }
    }

    /** Path of the bucket alone, for listings. */
    String bucketUrl() {
        URI uri = URI.create(url);
        String bucket = uri.getPath().split("/")[1];
        return uri.getScheme() + "://" + uri.getAuthority() + "/" + bucket;
    }

    /** What all names of this city begin with in the bucket; empty or ending with a slash. */
    String prefix() {
        String rest = url.substring(bucketUrl().length());
        return rest.isEmpty() ? "" : rest.substring(1) + "/";
    }

    @Override
    public String toString() {
        return url; // never the secret
    }
}
