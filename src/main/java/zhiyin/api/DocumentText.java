package zhiyin.api;

/** Measures a document without parsing it, so that parsing the overlong is never begun. */
final class DocumentText {

    private static final String BLOCK = "\"\"\"";
    private final String text;
    private int at;
    private int open;
    private int nesting;

    /**
     * Size of a document.
     *
     * @param tokens  words and signs
     * @param nesting most brackets that are open at once
     */
    record Size(int tokens, int nesting) {}

    private DocumentText(String text) {
        this.text = text;
    }

    static Size of(String text) {
        return new DocumentText(text).measured();
    }

    private Size measured() {
        int tokens = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '#') {
                skipTo("\n");
            } else if (Character.isWhitespace(next) || next == ',' || next == '\uFEFF') {
                at++;
            } else {
                tokens++;
                skipToken(next);
            }
        }
        return new Size(tokens, nesting);
    }

    private void skipToken(char first) {
        if (text.startsWith(BLOCK, at)) {
            at += BLOCK.length();
            skipTo(BLOCK);
        } else if (first == '"') {
            skipString();
        } else if (isWord(first)) {
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
        } else {
            nest(first);
            at++;
        }
    }

    private void nest(char sign) {
        switch (sign) {
            case '{', '[', '(' -> nesting = Math.max(nesting, ++open);
            case '}', ']', ')' -> open--;
            default -> {
                // says nothing about depth
            }
        }
    }

    private void skipString() {
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-' || character == '.';
    }
}
