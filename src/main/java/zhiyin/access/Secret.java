package zhiyin.access;

import java.security.SecureRandom;

/** Passwords that cannot be guessed and can be copied by hand. */
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    // Without 0 and O, 1, l and I: 57 letters and digits, 5.8 bits each.
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 24;

    private Secret() {}

    static String fresh() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length()).collect(StringBuilder::new,
                (secret, at) -> secret.append(ALPHABET.charAt(at)), StringBuilder::append).toString();
    }
}
