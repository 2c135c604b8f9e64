package zhiyin.reject;

/** Why a row is not corrected, as the schema describes it. */
enum RejectErrorCode {
    UNKNOWN_ROW, UNKNOWN_COLUMN, INVALID_VALUE, KEY_COLUMN, NOTHING_GIVEN, ALREADY_ACCEPTED, TOO_MANY
}
