package zhiyin.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import zhiyin.contact.PhoneNumber;
import zhiyin.graph.Row;

/**
 * What a customer can be found by. The index keeps none of it but as terms.
 *
 * @param id       id of the customer
 * @param names    from its names
 * @param codes    numbers, keys and addresses, folded
 * @param endings  numbers backwards, for those who know the last digits
 */
record CustomerDocument(String id, NameTokens names, Set<String> codes, Set<String> endings) {

    private static final int HASH_BYTES = 12;

    static CustomerDocument of(Row customer) {
        NameTokens names = new NameTokens();
        String given = customer.optionalText("givenName");
        String family = customer.optionalText("familyName");
        Stream.of(customer.text("displayName"), together(family, given)).forEach(names::add);
        Set<String> codes = new LinkedHashSet<>();
        Set<String> endings = new LinkedHashSet<>();
        texts(customer, "keys").map(Folding::code).forEach(codes::add);
        texts(customer, "numbers").forEach(number -> addNumber(number, codes, endings));
        codes.remove("");
        return new CustomerDocument(customer.text("id"), names, codes, endings);
    }

    /** The document as the index takes it. */
    Map<String, Object> fields() {
        return Map.of("id", id, "hash", hash(), "whole", names.wholes(), "names", names.words(), "pinyin",
                names.pinyin(), "readings", names.readings(), "codes", codes, "endings", endings);
    }

    /** A short text that is the same for the same terms, in whatever order the graph answers what they are made of. */
    String hash() {
        MessageDigest digest = Sha256.digest();
        for (Set<String> terms : List.of(Set.of(id), names.wholes(), names.words(), names.pinyin(), names.readings(),
                codes, endings)) {
            terms.stream().sorted().forEach(term -> digest.update((term + '\u001F').getBytes(StandardCharsets.UTF_8)));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static void addNumber(String number, Set<String> codes, Set<String> endings) {
        String digits = Folding.code(number);
        codes.add(digits);
        if (!number.startsWith("+")) {
            return;
        }
        endings.add(backwards(digits));
        PhoneNumber.parse(number, List.of()).map(PhoneNumber::nationalDigits).ifPresent(codes::add);
    }

    static String backwards(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }

    private static String together(@Nullable String family, @Nullable String given) {
        if (family == null || given == null) {
            return "";
        }
        return family.isEmpty() || Folding.words(family).stream().allMatch(Folding::isHan)
                ? family + given
                : given + " " + family;
    }

    private static Stream<String> texts(Row row, String name) {
        return row.values().get(name) instanceof List<?> texts ? texts.stream().map(String::valueOf) : Stream.empty();
    }
}
