package zhiyin.sample;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody really is, before any system writes it down.
 *
 * @param bad the network serves this customer badly
 * @param mood from 0 (furious) to 1 (delighted)
 * @param activity how much more (or less) often than others this customer gets in touch
 */
record Person(long index, Region region, boolean organisation, boolean female, LocalDate birth, Name name,
        String idNumber, String language, Home home, Contact contact, Standing standing, Systems systems, boolean bad,
        double mood, double activity) {

    /** Where the customer lives, and where billing believes so. */
    record Home(Place place, Place billed) {}

    /** How the customer can be reached; texts are empty where there is none. */
    record Contact(PhoneNumber mobile, PhoneNumber otherMobile, String landline, String email, String otherEmail) {}

    enum Status {
        ACTIVE("A"), SUSPENDED("S"), LEFT("T"), PROSPECT("P");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    record Standing(Status status, LocalDate since, @Nullable LocalDate left) {}

    /** Which systems know the customer. */
    record Systems(boolean crm, boolean crmTwice, boolean billing, boolean prepaid, boolean profile) {}

    String key() {
        return "P" + Keys.padded(index, 8);
    }

    /** The last day on which the customer can have done anything. */
    LocalDate lastDay(LocalDate until) {
        LocalDate left = standing.left();
        return left == null ? until : left;
    }

    /** The same customer, who gives this number of a line when asked for one. */
    Person reachedAt(PhoneNumber line) {
        PhoneNumber other = contact.otherMobile().equals(contact.mobile()) ? line : contact.otherMobile();
        Contact reached = new Contact(line, other, contact.landline(), contact.email(), contact.otherEmail());
        return new Person(index, region, organisation, female, birth, name, idNumber, language, home, reached, standing,
                systems, bad, mood, activity);
    }

    boolean hasLeft() {
        return standing.status() == Status.LEFT;
    }
}
