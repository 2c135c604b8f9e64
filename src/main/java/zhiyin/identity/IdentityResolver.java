package zhiyin.identity;

import zhiyin.staging.Staging;

/** Decides which party records are one customer. */
public interface IdentityResolver {

    /**
     * Looks at all party records in {@code staged."Party"} and brings the table {@code assignment} (record, customer, rule) to
     * what they say now, and {@code survivor} (customer, survivor) to where the customers went that are no more. The same
     * records give the same customers, in whatever order they came.
     */
    Resolution resolve(Staging staging);

    /** A resolver that never guesses: records are one customer where they agree in all fields of a rule. */
    static IdentityResolver deterministic(IdentityRules rules) {
        return new DeterministicResolver(rules);
    }

    /**
     * What was decided.
     *
     * @param records   party records
     * @param customers customers that they are
     * @param retired   customers of earlier decisions that are no more
     */
    record Resolution(long records, long customers, long retired) {}
}
