package zhiyin.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Texts of a declaration that name what must not stand in it: {@code ${CRM_DB_PASSWORD}} is an environment variable,
 * {@code ${file:/run/secrets/crm}} what a file holds. What they stand for is in no message.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
    private static final String FILE = "file:";

    private final UnaryOperator<@Nullable String> environment;

    /**
     * Placeholders.
     *
     * @param environment the value of a variable by its name; null when there is none
     */
    public Placeholders(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /** Those of the process's environment. */
    public static Placeholders ofProcess() {
        return new Placeholders(System::getenv);
    }

    /**
     * A text with everything it names filled in.
     *
     * @param place where it stands, for the message when something is missing
     * @param text  text that may hold placeholders
     * @throws MissingSecretException when a variable or file is not there
     */
    public String filledIn(String place, String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(place, found.group(1))));
    }

    private String value(String place, String name) {
        if (name.startsWith(FILE)) {
            return contentOf(place, name.substring(FILE.length()));
        }
        String value = environment.apply(name);
        if (value == null) {
            throw new MissingSecretException(
                    "%s names the environment variable %s, which is not set: set it and load again".formatted(place,
                            name));
        }
        return value;
    }

    private static String contentOf(String place, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw new MissingSecretException(
                    "%s names the file %s, which cannot be read (%s): provide it and load again"
                            .formatted(place, file, unreadable.getClass().getSimpleName()));
        }
    }

    /** Something that a declaration names and that is not there. */
    public static class MissingSecretException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MissingSecretException(String message) {
            super(message);
        }
    }
}
