package zhiyin.sample;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What one customer has: accounts with products, and the lines of these products in the network. */
record Holdings(List<Account> accounts, List<Line> lines) {

    enum Payment {
        OK, LATE, COLL
    }

    record Account(String number, LocalDate opened, String state, Payment payment, List<Product> products) {}

    /**
     * One product.
     *
     * @param line the number of a plan; null for whatever has none
     * @param serial of a device or a modem, or empty
     * @param status A, S, T or N as billing says it
     */
    record Product(String number, String account, Offering offering, @Nullable PhoneNumber line, String serial,
            LocalDate start, @Nullable LocalDate end, String status, long price) {

        boolean isHeldBetween(LocalDate first, LocalDate last) {
            LocalDate over = end;
            return !start.isAfter(last) && (over == null || !over.isBefore(first));
        }
    }

    /**
     * A line as the network sees it.
     *
     * @param account as the network knows it, or empty
     * @param product null for a prepaid line
     */
    record Line(String subscriber, String account, @Nullable Product product, PhoneNumber number, LocalDate activated,
            @Nullable LocalDate ended, String status, String device) {

        boolean isUpBetween(LocalDate first, LocalDate last) {
            LocalDate over = ended;
            return !activated.isAfter(last) && (over == null || !over.isBefore(first));
        }
    }
}
