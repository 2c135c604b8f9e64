package zhiyin.staging;

import java.io.BufferedReader;
import java.io.IOException;

/** The lines of a file, one at a time, none of them longer than memory can bear. */
class Lines {

    private final BufferedReader text;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean tooLong;
    private boolean hasBreak;

    Lines(BufferedReader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** Goes on to the next line. Answers whether there was one. */
    boolean next() throws IOException {
        line.setLength(0);
        tooLong = false;
        hasBreak = false;
        int character = text.read();
        boolean any = character >= 0;
        while (character >= 0 && character != '\n') {
            if (line.length() < longest) {
                line.append((char) character);
            } else {
                tooLong = true;
            }
            character = text.read();
        }
        hasBreak = character == '\n';
        number++;
        return any;
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
