package zhiyin.customer;

import zhiyin.graph.Row;

record ContactMedium(Type type, String value, boolean preferred) {

    enum Type {
        PHONE, EMAIL, POSTAL, SOCIAL
    }

    static ContactMedium of(Row medium) {
        return new ContactMedium(medium.code("type", Type.class), medium.text("value"),
                Boolean.TRUE.equals(medium.optionalFlag("preferred")));
    }

    /** Id of the medium in the graph. */
    static String id(Type type, String value) {
        return type + ":" + value;
    }
}
