package zhiyin.customer;

import zhiyin.graph.Row;

/**
 * A way to reach a customer, as the schema describes it.
 *
 * @param customer  id of the customer
 * @param type      kind of medium
 * @param value     phone in E.164, e-mail in lower case, address as written
 * @param preferred whether the customer prefers it among its kind
 */
public record ContactMedium(String customer, Type type, String value, boolean preferred) {

    /** Kind of contact medium. */
    public enum Type {
        PHONE, EMAIL, POSTAL, SOCIAL
    }

    static ContactMedium of(String customer, Row medium) {
        return new ContactMedium(customer, medium.code("type", Type.class), medium.text("value"),
                Boolean.TRUE.equals(medium.optionalFlag("preferred")));
    }

    /** Id of the medium in the graph. */
    static String id(Type type, String value) {
        return type + ":" + value;
    }
}
