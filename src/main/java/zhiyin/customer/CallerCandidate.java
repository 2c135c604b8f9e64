package zhiyin.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

record CallerCandidate(Customer customer, double likelihood, List<CallerReason> reasons) {

    /** The most candidates that an agent can choose among. */
    static final int MOST = 10;

    /**
     * What speaks for a customer.
     *
     * @param ownLine   whether the number is a line in use that the customer holds
     * @param preferred whether the customer prefers to be reached there
     * @param known     whether the customer gave it at all
     * @param shared    whether others gave it, too
     */
    record Evidence(Customer customer, boolean ownLine, boolean preferred, boolean known, boolean shared) {

        List<CallerReason> reasons() {
            List<CallerReason> reasons = new ArrayList<>();
            if (ownLine) {
                reasons.add(CallerReason.OWN_LINE);
            }
            if (preferred) {
                reasons.add(CallerReason.PREFERRED_CONTACT);
            } else if (known) {
                reasons.add(CallerReason.KNOWN_CONTACT);
            }
            if (shared) {
                reasons.add(CallerReason.SHARED_CONTACT);
            }
            return reasons;
        }

        // Each stronger reason outweighs all weaker ones together, so that the order is the order of the reasons.
        private double weight() {
            double weight = (ownLine ? 16 : 0) + (preferred ? 4 : 0) + (known ? 2 : 0);
            return shared && !ownLine ? weight / 2 : weight;
        }
    }

    /** The candidates, the most likely first. */
    static List<CallerCandidate> ranked(List<Evidence> evidence) {
        List<Evidence> best = evidence.stream().sorted(Comparator.comparingDouble(Evidence::weight).reversed()
                .thenComparing(candidate -> candidate.customer().id())).limit(MOST).toList();
        double all = best.stream().mapToDouble(Evidence::weight).sum();
        return best.stream().map(candidate -> new CallerCandidate(candidate.customer(), candidate.weight() / all,
                candidate.reasons())).toList();
    }
}
