package zhiyin.source;

import zhiyin.model.FieldType;

/** What DuckDB calls the types that columns and fields have in staging. */
public final class SqlTypes {

    private static final String TEXT = "VARCHAR";
    private static final String AMOUNT = "DECIMAL(18,4)";

    private SqlTypes() {}

    /** The type of a column's values once they are read. */
    static String of(ColumnType type) {
        return switch (type) {
            case TEXT, PHONE, EMAIL, IDENTIFIER -> TEXT;
            case INTEGER -> "INTEGER";
            case DECIMAL, MONEY -> AMOUNT;
            case DATE -> "DATE";
            case DATE_TIME -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    /** The type of a record's field. */
    public static String of(FieldType type) {
        return switch (type) {
            case FieldType.Plain plain -> switch (plain) {
                case TEXT, PARTY -> TEXT;
                case INTEGER, LONG -> "BIGINT";
                case DECIMAL -> AMOUNT;
                case DATE -> "DATE";
                case DATE_TIME -> "TIMESTAMP";
                case BOOLEAN -> "BOOLEAN";
            };
            case FieldType.Code _ -> TEXT;
            case FieldType.Reference _ -> TEXT;
        };
    }
}
