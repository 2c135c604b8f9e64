package zhiyin.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * A phone number in E.164, as the hub keeps it.
 *
 * @param e164 {@code +}, country code, number
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern SHAPE = Pattern.compile("\\+[1-9]\\d{4,14}");
    private static final Pattern LONGER_THAN_ANY_NUMBER = Pattern.compile(".{61,}", Pattern.DOTALL);
    private static final Pattern NOT_DIALLED = Pattern.compile("[^\\d+]");
    private static final Pattern WRITTEN_AS_NUMBER = Pattern
            .compile("(tel:)?\\(?\\+?[\\d()\\[\\]\\s./\\-\\u2010-\\u2015]+");

    /** Refuses what is not E.164. */
    public PhoneNumber {
        if (!SHAPE.matcher(e164).matches()) {
            throw new IllegalArgumentException("Not a phone number in E.164");
        }
    }

    /**
     * Reads a number in any notation: with country code after {@code +} or {@code 00}, or as dialled in one of the regions.
     *
     * @param text    what a source or a person wrote
     * @param regions ISO 3166-1 codes, the likeliest first
     * @return empty when it is no number that can exist there
     */
    public static Optional<PhoneNumber> parse(String text, List<String> regions) {
        String plain = PlainText.of(text);
        if (LONGER_THAN_ANY_NUMBER.matcher(plain).matches() || !WRITTEN_AS_NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        String dialled = NOT_DIALLED.matcher(plain).replaceAll("");
        return international(dialled).or(() -> national(dialled, regions)).map(PhoneNumber::new);
    }

    /** The digits as dialled within the country of the number: {@code 0912345678}. */
    public String nationalDigits() {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(e164, PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
            return NOT_DIALLED.matcher(NUMBERS.format(number, PhoneNumberFormat.NATIONAL)).replaceAll("");
        } catch (NumberParseException unknownCountry) {
            return e164.substring(1);
        }
    }

    // A parser that knows the region takes the 00 of 00852 for part of Hong Kong's own prefixes: read such numbers first.
    private static Optional<String> international(String dialled) {
        if (dialled.startsWith("+")) {
            return valid(dialled, PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
        }
        return Stream.of("00", "001", "002").filter(dialled::startsWith)
                .flatMap(prefix -> valid("+" + dialled.substring(prefix.length()),
                        PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY).stream())
                .findFirst();
    }

    private static Optional<String> national(String dialled, List<String> regions) {
        if (dialled.startsWith("+") || dialled.startsWith("00")) {
            return Optional.empty();
        }
        return first(regions.stream().filter(region -> isDialledSo(dialled, region)), dialled)
                .or(() -> first(regions.stream(), dialled));
    }

    private static Optional<String> first(Stream<String> regions, String dialled) {
        return regions.flatMap(region -> valid(dialled, region).stream()).findFirst();
    }

    // Eight digits of Hong Kong are a landline of Taiwan that lacks its 0: landlines without it are the last guess.
    private static boolean isDialledSo(String dialled, String region) {
        String trunk = NUMBERS.getNddPrefixForRegion(region, true);
        if (trunk == null || trunk.isEmpty() || dialled.startsWith(trunk)) {
            return true;
        }
        try {
            return NUMBERS.getNumberType(NUMBERS.parse(dialled, region)) != PhoneNumberType.FIXED_LINE;
        } catch (NumberParseException notANumber) {
            return false;
        }
    }

    private static Optional<String> valid(String dialled, String region) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(dialled, region);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
