package zhiyin.staging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import zhiyin.contact.EmailAddress;
import zhiyin.contact.PhoneNumber;
import zhiyin.source.ColumnType;

/**
 * Brings values that people write in many ways into one form, so that equal things look equal. Remembers what it answered of
 * late: the same value stands in many rows. Any number of threads may ask.
 */
public class Normaliser {

    /** What a value begins with that was given and cannot be one of its type; no text that is read has it. */
    static final String INVALID = "\u0001";

    /** What a number of an identity document begins with that is hashed already. */
    static final String HASHED = "\u0002";

    private static final int REMEMBERED = 100_000;

    private final SecretKeySpec identityKey;
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    /**
     * A normaliser.
     *
     * @param identityKey key of the hash that stands for numbers of identity documents; without it nobody can try numbers out
     */
    public Normaliser(byte[] identityKey) {
        this.identityKey = new SecretKeySpec(identityKey, "HmacSHA256");
    }

    String normalised(ColumnType type, String value, String region) {
        if (remembered.size() > REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(type.name() + region + value, key -> compute(type, value, region));
    }

    private String compute(ColumnType type, String value, String region) {
        return switch (type) {
            case PHONE -> PhoneNumber.parse(value, List.of(region)).map(PhoneNumber::e164).orElse(INVALID + value);
            case EMAIL -> EmailAddress.parse(value).map(EmailAddress::value).orElse(INVALID + value);
            case IDENTIFIER -> value.startsWith(HASHED) ? value.substring(HASHED.length()) : hashed(value);
            case TEXT, INTEGER, DECIMAL, MONEY, DATE, DATE_TIME, BOOLEAN -> value;
        };
    }

    private String hashed(String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("[\\s()\\p{Pd}\\p{Cf}]", "")
                .toUpperCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(identityKey);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
