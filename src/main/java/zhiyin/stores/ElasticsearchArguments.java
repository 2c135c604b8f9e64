package zhiyin.stores;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an Elasticsearch server of version 9 reads from its standard input before it starts: flags, the key store's
 * entries, the settings, two folders. Written as its own launcher writes it, so the passwords are on no disk and in no
 * argument list.
 */
record ElasticsearchArguments(Map<String, String> settings, Map<String, String> secrets, Path settingsFolder,
        Path logs) {

    private static final String KEY_STORE = "org.elasticsearch.common.settings.KeyStoreWrapper";
    private static final int KEY_STORE_FORMAT = 7;
    private static final int TYPE_TEXT = 0;
    private static final int NO = 0;

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.write(NO); // not in the background
        out.write(NO); // not quiet
        out.write(NO); // no file for the process id
        writeText(out, KEY_STORE);
        writeSecrets(out);
        writeSettings(out);
        writeText(out, settingsFolder.toString());
        writeText(out, logs.toString());
        return out.toByteArray();
    }

    private void writeSecrets(ByteArrayOutputStream out) {
        out.writeBytes(new byte[]{0, 0, 0, KEY_STORE_FORMAT});
        out.write(NO); // no password of its own
        out.write(NO); // nothing encrypted
        writeNumber(out, secrets.size());
        new TreeMap<>(secrets).forEach((name, secret) -> {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            writeText(out, name);
            writeBytes(out, bytes);
            writeBytes(out, digest(bytes));
        });
        out.write(NO); // not closed
    }

    private void writeSettings(ByteArrayOutputStream out) {
        writeNumber(out, settings.size());
        new TreeMap<>(settings).forEach((name, value) -> {
            writeText(out, name);
            out.write(TYPE_TEXT);
            writeText(out, value);
        });
    }

    /** A number as groups of seven bits, the lowest first. */
    private static void writeNumber(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static void writeBytes(ByteArrayOutputStream out, byte[] bytes) {
        writeNumber(out, bytes.length);
        out.writeBytes(bytes);
    }

    /** The number of UTF-16 units, then each of them in one to three bytes. */
    private static void writeText(ByteArrayOutputStream out, String text) {
        writeNumber(out, text.length());
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit <= 0x7f) {
                out.write(unit);
            } else if (unit <= 0x7ff) {
                out.write(0xc0 | (unit >> 6));
                out.write(0x80 | (unit & 0x3f));
            } else {
                out.write(0xe0 | (unit >> 12));
                out.write(0x80 | ((unit >> 6) & 0x3f));
                out.write(0x80 | (unit & 0x3f));
            }
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "ElasticsearchArguments[settings=" + settings + "]";
    }
}
