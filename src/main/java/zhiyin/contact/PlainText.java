package zhiyin.contact;

import com.ibm.icu.text.Normalizer2;

/** What people mean by full-width, circled and other dressed-up characters. */
final class PlainText {

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

    private PlainText() {}

    /** The text in plain characters, without invisible ones and without blanks around it. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        COMPATIBLE.normalize(text).codePoints().filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return visible.toString().strip();
    }
}
