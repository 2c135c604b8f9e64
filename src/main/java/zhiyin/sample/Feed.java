package zhiyin.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of the four systems. Columns stand in the order of the sources; a mark after a column says what breaking it
 * would mean: {@code k} key, {@code r} required, {@code d} required date, {@code c} required code.
 */
enum Feed {
    CUSTOMERS("crm/customers", false), COMPLAINTS("crm/complaints", false), ACCOUNTS("billing/accounts",
            false), OFFERINGS("billing/offerings", false), PRODUCTS("billing/products", false), BILLS("billing/bills",
                    true), SUBSCRIBERS("network/subscribers", false), USAGE("network/usage", true), EXPERIENCE(
                            "network/experience", true), AREAS("network/areas", false), PROFILES("channel/profiles",
                                    false), CALLS("channel/calls", true), EVENTS("channel/events",
                                            true), VISITS("channel/visits", false), SURVEYS("channel/surveys", false);

    private final String path;
    private final boolean monthly;

    Feed(String path, boolean monthly) {
        this.path = path;
        this.monthly = monthly;
    }

    String path() {
        return path;
    }

    boolean isMonthly() {
        return monthly;
    }

    List<String> columns() {
        return Stream.of(words()).map(word -> word.split(":", -1)[0]).toList();
    }

    /** Places of the required columns other than the key. */
    List<Integer> required() {
        return marked("rdc");
    }

    /** Places of the required dates. */
    List<Integer> dates() {
        return marked("d");
    }

    /** Places of the required codes. */
    List<Integer> codes() {
        return marked("c");
    }

    /** Reference data that the operator keeps clean. */
    boolean isReference() {
        return this == OFFERINGS || this == AREAS;
    }

    private List<Integer> marked(String marks) {
        String[] words = words();
        return IntStream.range(0, words.length)
                .filter(at -> words[at].contains(":") && marks.contains(words[at].split(":", -1)[1])).boxed().toList();
    }

    private String[] words() {
        return declaration().strip().split("\\s+", -1);
    }

    private String declaration() {
        return switch (this) {
            case CUSTOMERS -> """
                    customer_no:k name:r kind:c id_no birth_date gender mobile home_phone email country
                    province city postal_code address language tier since:d status:c updated_at:d
                    """;
            case COMPLAINTS -> """
                    complaint_no:k customer_no:r channel:c opened_at:d closed_at category:r cause resolution
                    text agent
                    """;
            case ACCOUNTS -> """
                    account_no:k customer_no holder_name:r kind:c id_no birth_date mobile email country
                    province city postal_code address opened_on:d state:c payment_status balance currency:r
                    """;
            case OFFERINGS -> """
                    offering_code:k name_zh_hant:r name_zh_hans:r name_en:r kind:c status:c monthly_price
                    currency:r voice_minutes messages data_mb
                    """;
            case PRODUCTS -> """
                    product_no:k account_no:r offering_code:r name:r kind:c msisdn serial_no country
                    start_date:d end_date status:c monthly_price currency:r
                    """;
            case BILLS -> """
                    bill_no:k account_no:r period_start:d period_end:d amount_due:r remaining:r currency:r
                    due_date state:c
                    """;
            case SUBSCRIBERS -> """
                    subscriber_no:k account_no product_no msisdn:r country:r device_model activated_on:d
                    status:r
                    """;
            case USAGE -> """
                    subscriber_no:r product_no:k month:d voice_minutes messages data_mb roaming_mb
                    over_allowance
                    """;
            case EXPERIENCE -> """
                    subscriber_no:k month:d postal_code drops throughput latency outages score
                    """;
            case AREAS -> """
                    postal_code:k country:r province city population
                    """;
            case PROFILES -> """
                    profile_id:k name email mobile country language registered_at:d
                    """;
            case CALLS -> """
                    call_id:k subscriber_no:r direction:c started_at:d ended_at queue_seconds talk_seconds
                    hold_seconds acw_seconds agent type:c reason resolution note
                    """;
            case EVENTS -> """
                    event_id:k profile_id:r channel:c action:r page at:d seconds
                    """;
            case VISITS -> """
                    visit_id:k customer_no:r store:r at:d minutes type:c reason outcome agent
                    """;
            case SURVEYS -> """
                    survey_id:k subscriber_no:r instrument:c score solved text answered_at:d
                    """;
        };
    }
}
