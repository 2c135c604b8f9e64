package zhiyin.search;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which documents, indices and very long ids are told apart. */
final class Sha256 {

    private Sha256() {}

    /** A hash that nothing was put into yet. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
