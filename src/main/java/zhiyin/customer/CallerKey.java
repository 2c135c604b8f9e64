package zhiyin.customer;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import zhiyin.contact.EmailAddress;
import zhiyin.contact.PhoneNumber;

record CallerKey(@Nullable String phone, @Nullable String email) {

    /** Value by which contact media and lines are found; empty when the caller cannot be read as number or address. */
    Optional<String> value(List<String> regions) {
        return phone == null ? address() : PhoneNumber.parse(phone, regions).map(PhoneNumber::e164);
    }

    ContactMedium.Type type() {
        return phone == null ? ContactMedium.Type.EMAIL : ContactMedium.Type.PHONE;
    }

    private Optional<String> address() {
        return Optional.ofNullable(email).flatMap(EmailAddress::parse).map(EmailAddress::value);
    }
}
