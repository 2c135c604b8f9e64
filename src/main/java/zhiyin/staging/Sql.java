package zhiyin.staging;

import java.util.Collection;

import static java.util.stream.Collectors.joining;

/** Words of the SQL that declarations are turned into. Nothing of a source's data ever becomes part of a statement. */
public final class Sql {

    private Sql() {}

    /** A name as an identifier: {@code first "name"} becomes {@code "first ""name"""}. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal. */
    public static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** An expression of a declaration as a value of a type. One that cannot be computed is null: it would end the whole load. */
    static String tried(String expression, String type) {
        return "TRY(CAST((%s) AS %s))".formatted(expression, type);
    }

    /** Names as a list of identifiers. */
    public static String names(Collection<String> names) {
        return names.stream().map(Sql::name).collect(joining(", "));
    }

    /** Texts as a list of literals. */
    public static String texts(Collection<String> texts) {
        return texts.stream().map(Sql::text).collect(joining(", "));
    }
}
