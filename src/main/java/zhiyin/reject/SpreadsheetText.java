package zhiyin.reject;

import java.util.regex.Pattern;

/**
 * Texts in files that people open with spreadsheets. What a spreadsheet would take for a formula gets an apostrophe in front, which
 * is taken away again when the file comes back.
 */
public final class SpreadsheetText {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*",
            Pattern.DOTALL);

    private SpreadsheetText() {}

    /** A text as it is written. */
    public static String written(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was written so. */
    public static String read(String written) {
        return written.startsWith("'") && FORMULA.matcher(written).matches() ? written.substring(1) : written;
    }
}
