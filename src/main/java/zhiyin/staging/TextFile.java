package zhiyin.staging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of characters; unpacked where its name ends in {@code .gz}.
 *
 * @param path    where it lies
 * @param charset what it is written in; bytes that it does not have become U+FFFD
 */
record TextFile(Path path, Charset charset) {

    Reader open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        try {
            return new InputStreamReader(path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, charset);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    /** Passes over a byte order mark. */
    static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** Passes over lines without holding them: one may be longer than memory. */
    static void skipLines(BufferedReader text, long lines) throws IOException {
        long left = lines;
        while (left > 0) {
            int character = text.read();
            if (character == '\r') {
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
            }
            if (character == '\n' || character == '\r') {
                left--;
            } else if (character < 0) {
                left = 0;
            }
        }
    }
}
