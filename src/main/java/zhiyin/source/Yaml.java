package zhiyin.source;

/** Texts as YAML has them. */
final class Yaml {

    private Yaml() {}

    /** A text as a key or a value, in quotes where it would be read as something else without. */
    static String key(String text) {
        boolean plain = text.matches("[\\p{L}_][\\p{L}\\p{N}_./-]*")
                && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
