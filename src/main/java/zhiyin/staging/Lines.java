package zhiyin.staging;

import java.io.IOException;
import java.io.Reader;

/** The lines of a file, one at a time, none of them longer than memory can bear. */
class Lines {

    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private long number;
    private boolean tooLong;
    private boolean hasBreak;

    Lines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** Goes on to the next line. Answers whether there was one. */
    boolean next() throws IOException {
        line.setLength(0);
        if (tooLong) {
            line.trimToSize(); // the room of one long line is not held for all others
        }
        tooLong = false;
        hasBreak = false;
        boolean any = false;
        while (!hasBreak && fill()) {
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            append(at, stop - at);
            hasBreak = stop < end;
            at = hasBreak ? stop + 1 : stop;
        }
        number++;
        return any;
    }

    private boolean fill() throws IOException {
        if (at >= end) {
            end = text.read(buffer);
            at = 0;
        }
        return end > 0;
    }

    private void append(int from, int length) {
        int taken = Math.min(length, longest - line.length());
        line.append(buffer, from, taken);
        tooLong |= taken < length;
    }

    /** The line without its break. */
    String text() {
        return line.toString();
    }

    /** Number of the line, counted from 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Whether a line break ends it. */
    boolean hasBreak() {
        return hasBreak;
    }
}
