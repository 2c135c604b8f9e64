package zhiyin.model;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * An amount with its currency.
 *
 * @param amount       in whole units of the currency
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, String currency) {

    /** An amount as the graph keeps it; null when there is none. The graph has no decimals: see docs/decisions. */
    public static @Nullable Money of(@Nullable Double amount, @Nullable String currency) {
        if (amount == null || currency == null) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(amount);
        return new Money(exact.setScale(Math.max(2, Math.min(4, exact.stripTrailingZeros().scale())),
                java.math.RoundingMode.HALF_EVEN), currency);
    }
}
