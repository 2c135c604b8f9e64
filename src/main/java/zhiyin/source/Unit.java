package zhiyin.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A unit that numbers of a column may come in or be kept in. */
enum Unit {
    BYTE("B", Quantity.AMOUNT_OF_BYTES, 1), KILOBYTE("KB", Quantity.AMOUNT_OF_BYTES, 1_000), KIBIBYTE("KiB",
            Quantity.AMOUNT_OF_BYTES, 1L << 10), MEGABYTE("MB", Quantity.AMOUNT_OF_BYTES, 1_000_000), MEBIBYTE("MiB",
                    Quantity.AMOUNT_OF_BYTES,
                    1L << 20), GIGABYTE("GB", Quantity.AMOUNT_OF_BYTES, 1_000_000_000), GIBIBYTE("GiB",
                            Quantity.AMOUNT_OF_BYTES,
                            1L << 30), TERABYTE("TB", Quantity.AMOUNT_OF_BYTES, 1_000_000_000_000L), MILLISECOND("ms",
                                    Quantity.TIME,
                                    1), SECOND("s", Quantity.TIME, 1_000), MINUTE("min", Quantity.TIME, 60_000), HOUR(
                                            "h", Quantity.TIME,
                                            3_600_000), DAY("d", Quantity.TIME, 86_400_000), BITS_A_SECOND("bit/s",
                                                    Quantity.RATE, 1), KILOBITS_A_SECOND("kbit/s", Quantity.RATE,
                                                            1_000), MEGABITS_A_SECOND("Mbit/s", Quantity.RATE,
                                                                    1_000_000), HUNDREDTH("hundredth", Quantity.SHARE,
                                                                            1), WHOLE("whole", Quantity.SHARE, 100);

    private final String symbol;
    private final Quantity quantity;
    private final long size;

    Unit(String symbol, Quantity quantity, long size) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.size = size;
    }

    private enum Quantity {
        AMOUNT_OF_BYTES, TIME, RATE, SHARE
    }

    static Optional<Unit> of(String symbol) {
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
    }

    static List<String> symbols() {
        return Arrays.stream(values()).map(unit -> unit.symbol).toList();
    }

    boolean isOfOneKindWith(Unit other) {
        return quantity == other.quantity;
    }

    BigDecimal in(Unit other) {
        return BigDecimal.valueOf(size).divide(BigDecimal.valueOf(other.size), MathContext.DECIMAL64);
    }
}
