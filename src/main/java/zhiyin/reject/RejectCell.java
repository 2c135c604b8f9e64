package zhiyin.reject;

import org.jspecify.annotations.Nullable;

/**
 * A value of a refused row, as the schema describes it.
 *
 * @param column     its column
 * @param value      what was delivered, masked where nobody needs to see it; null for none
 * @param masked     whether only its shape is shown
 * @param atFault    whether it broke a rule
 * @param correction what it was corrected to, empty for none; null when it was not
 */
record RejectCell(String column, @Nullable String value, boolean masked, boolean atFault,
        @Nullable String correction) {

    /** Whether a text is what is shown in place of a value: who hands it back means to leave the value as it is. */
    boolean isUntouched(@Nullable String text) {
        return masked && text != null && text.equals(corrected());
    }

    /** What it is to be read as. */
    @Nullable
    String corrected() {
        return correction == null ? value : correction;
    }
}
