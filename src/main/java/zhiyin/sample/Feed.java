package zhiyin.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The files of the four systems. Columns stand in the order of the sources; a mark after a column says what breaking it
 * would mean: {@code k} key, {@code r} required, {@code d} required date, {@code c} required code.
 */
enum Feed {
    CUSTOMERS("crm/customers", false, "customer_no:k name:r kind:c id_no birth_date gender mobile home_phone email country "
            + "province city postal_code address language tier since:d status:c updated_at:d"),
    COMPLAINTS("crm/complaints", false, "complaint_no:k customer_no:r channel:c opened_at:d closed_at category:r cause "
            + "resolution text agent"),
    ACCOUNTS("billing/accounts", false, "account_no:k customer_no holder_name:r kind:c id_no birth_date mobile email country "
            + "province city postal_code address opened_on:d state:c payment_status balance currency:r"),
    OFFERINGS("billing/offerings", false, "offering_code:k name_zh_hant:r name_zh_hans:r name_en:r kind:c status:c "
            + "monthly_price currency:r voice_minutes messages data_mb"),
    PRODUCTS("billing/products", false, "product_no:k account_no:r offering_code:r name:r kind:c msisdn serial_no country "
            + "start_date:d end_date status:c monthly_price currency:r"),
    BILLS("billing/bills", true, "bill_no:k account_no:r period_start:d period_end:d amount_due:r remaining:r currency:r "
            + "due_date state:c"),
    SUBSCRIBERS("network/subscribers", false, "subscriber_no:k account_no product_no msisdn:r country:r device_model "
            + "activated_on:d status:r"),
    USAGE("network/usage", true, "subscriber_no:r product_no:k month:d voice_minutes messages data_mb roaming_mb over_allowance"),
    EXPERIENCE("network/experience", true, "subscriber_no:k month:d postal_code drops throughput latency outages score"),
    AREAS("network/areas", false, "postal_code:k country:r province city population"),
    PROFILES("channel/profiles", false, "profile_id:k name email mobile country language registered_at:d"),
    CALLS("channel/calls", true, "call_id:k subscriber_no:r direction:c started_at:d ended_at queue_seconds talk_seconds "
            + "hold_seconds acw_seconds agent type:c reason resolution note"),
    EVENTS("channel/events", true, "event_id:k profile_id:r channel:c action:r page at:d seconds"),
    VISITS("channel/visits", false, "visit_id:k customer_no:r store:r at:d minutes type:c reason outcome agent"),
    SURVEYS("channel/surveys", false, "survey_id:k subscriber_no:r instrument:c score solved text answered_at:d");

    private final String path;
    private final boolean monthly;
    private final List<String> columns = new ArrayList<>();
    private final List<Integer> required = new ArrayList<>();
    private final List<Integer> dates = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();

    Feed(String path, boolean monthly, String marked) {
        this.path = path;
        this.monthly = monthly;
        for (String word : marked.split(" ", -1)) {
            String mark = word.substring(word.indexOf(':') + 1);
            int at = columns.size();
            switch (mark) {
                case "r" -> required.add(at);
                case "d" -> dates.add(at);
                case "c" -> codes.add(at);
                default -> {
                    // the key and optional columns are never broken
                }
            }
            columns.add(word.contains(":") ? word.substring(0, word.indexOf(':')) : word);
        }
        required.addAll(dates);
        required.addAll(codes);
    }

    String path() {
        return path;
    }

    boolean isMonthly() {
        return monthly;
    }

    List<String> columns() {
        return columns;
    }

    /** Places of the required columns other than the key. */
    List<Integer> required() {
        return required;
    }

    List<Integer> dates() {
        return dates;
    }

    List<Integer> codes() {
        return codes;
    }

    /** Reference data that the operator keeps clean. */
    boolean isReference() {
        return this == OFFERINGS || this == AREAS;
    }
}
