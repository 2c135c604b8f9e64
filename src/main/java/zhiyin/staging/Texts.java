package zhiyin.staging;

import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What is wrong with single texts of a delivery, whatever they ought to be. */
class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private final Charset charset;
    private final int longest;

    /**
     * A check.
     *
     * @param charset what the delivery is written in
     * @param longest how many characters a value may have
     */
    Texts(Charset charset, int longest) {
        this.charset = charset;
        this.longest = longest;
    }

    /** What is wrong with a text. */
    record Wrong(RejectReason reason, String message) {}

    /** Hands a row over, as one that cannot be taken when a text of it is wrong; what is wrong is no part of it then. */
    void hand(long line, @Nullable String[] values, List<String> columns, Rows.Taker taker) {
        String at = null;
        Wrong first = null;
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            Wrong wrong = value == null ? null : wrongIn(value);
            if (wrong != null) {
                values[i] = null;
                at = first == null ? columns.get(i) : at;
                first = first == null ? wrong : first;
            }
        }
        if (first == null) {
            taker.row(line, values);
        } else {
            taker.refused(line, at, first.reason(), first.message(), new Rows.Torn(values, null));
        }
    }

    @Nullable
    Wrong wrongIn(String text) {
        if (text.length() > longest) {
            return tooLong(text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (isWrong(text.charAt(i))) {
                return wrong(text.charAt(i));
            }
        }
        return null;
    }

    /** The same of a part of a buffer, of which no text need be made. */
    @Nullable
    Wrong wrongIn(char[] buffer, int from, int length) {
        if (length > longest) {
            return tooLong(length);
        }
        for (int i = from; i < from + length; i++) {
            if (isWrong(buffer[i])) {
                return wrong(buffer[i]);
            }
        }
        return null;
    }

    private static boolean isWrong(char character) {
        boolean usual = character >= ' ' && character < '\u007F' || character > '\u009F' && character != REPLACEMENT;
        return !usual && character != '\t' && character != '\r' && character != '\n';
    }

    private Wrong wrong(char character) {
        return new Wrong(RejectReason.ENCODING, character == REPLACEMENT
                ? "bytes that %s does not have".formatted(charset)
                : "a control character, U+%04X".formatted((int) character));
    }

    private Wrong tooLong(int length) {
        return new Wrong(RejectReason.TOO_LARGE,
                "%,d characters where a value may have %,d".formatted(length, longest));
    }
}
