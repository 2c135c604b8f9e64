package zhiyin.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in lower case, as the hub keeps it.
 *
 * @param value local part, {@code @}, domain
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+@"
                    + "([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*+");

    /** Refuses what is not an address in lower case. */
    public EmailAddress {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()
                || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Not an e-mail address in lower case");
        }
    }

    /** Reads an address as a source or a person writes it; empty when it is none. */
    public static Optional<EmailAddress> parse(String text) {
        String plain = PlainText.of(text).toLowerCase(Locale.ROOT);
        String address = plain.startsWith("mailto:") ? plain.substring("mailto:".length()) : plain;
        return address.length() <= LONGEST && SHAPE.matcher(address).matches()
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }
}
