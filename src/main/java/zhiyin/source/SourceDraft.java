package zhiyin.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Drafts the declaration of a source from a file that it delivers. Somebody who knows the source has to look at it. */
public class SourceDraft {

    /** Fields of a party and the names that columns for them often have. */
    private static final Map<String, String> FIELDS = fields();

    private final String source;
    private final ZoneId zone;
    private final String region;

    /**
     * A draft.
     *
     * @param source name of the source
     * @param zone   time zone of instants that carry none
     * @param region ISO 3166 region of phone numbers that carry none
     */
    public SourceDraft(String source, ZoneId zone, String region) {
        this.source = source;
        this.zone = zone;
        this.region = region;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("customerNo", "customer(no|number|id)|custno|custid|客戶編號|客户编号");
        fields.put("accountNo", "account(no|number|id)?");
        fields.put("nationalId", "(national)?id(no|number|card)|passport(no)?|身分證(字號)?|身份证");
        fields.put("displayName", "(full|customer|display|holder)?name|姓名");
        fields.put("givenName", "(given|first)name");
        fields.put("familyName", "(family|last|sur)name");
        fields.put("birthDate", "born|birth(day|date)?|dateofbirth|dob|生日");
        fields.put("mobile", "mobile(no|phone|number)?|msisdn|cell(phone)?|phone(no|number)?|手機|手机");
        fields.put("landline", "landline|hometel|tel(ephone)?|電話|电话");
        fields.put("email", "e?mail(address)?|電子郵件");
        fields.put("country", "country(code)?");
        fields.put("city", "(address)?city|城市");
        fields.put("postalCode", "(address)?(postal|zip)code|zip");
        fields.put("postalAddress", "(postal|street)?address|地址|住址");
        fields.put("customerSince", "(customer)?since|joined(on)?|opened(on)?|registered(on)?");
        return fields;
    }

    /**
     * The declaration as YAML.
     *
     * @param file a file of the source
     * @param rows how many rows to look at
     * @throws IOException when the file cannot be read or has no columns
     */
    public String of(Path file, int rows) throws IOException {
        Sample sample = new SampleReader(rows).read(file);
        List<ColumnDraft> columns = new ArrayList<>();
        sample.columns().forEach((name, values) -> columns.add(ColumnDraft.of(name, values)));
        if (columns.isEmpty()) {
            throw new IOException("no column was found: a sample with a header and some rows is needed");
        }
        ColumnDraft key = columns.stream().filter(ColumnDraft::unique).filter(column -> column.is("text")
                || column.is("integer")).findFirst().orElse(columns.getFirst());
        return yaml(file, sample, columns, key);
    }

    private String yaml(Path file, Sample sample, List<ColumnDraft> columns, ColumnDraft key) {
        String name = String.valueOf(file.getFileName());
        StringBuilder yaml = new StringBuilder("""
                # yaml-language-server: $schema=../schema/source.schema.json
                # A draft from %s: look at every line, and say which kind of record its rows are.
                """.formatted(name));
        sample.notes().forEach(note -> yaml.append("# ").append(note).append('\n'));
        yaml.append("""
                source: %s
                zone: %s
                region: %s
                feeds:
                  %s:
                    files: %s
                """.formatted(source, zone, region, feedName(name), Yaml.key(source + "/" + name)));
        sample.layout().forEach((layoutKey, value) -> yaml.append("    %s: %s\n".formatted(layoutKey, value)));
        yaml.append("    columns:\n");
        columns.forEach(column -> yaml.append("      ").append(column.line(column.equals(key) && key.unique()))
                .append('\n'));
        return yaml.append(records(columns, key)).toString();
    }

    private static String records(List<ColumnDraft> columns, ColumnDraft key) {
        StringBuilder yaml = new StringBuilder(
                "    records:\n      - kind: Party\n        key: %s\n        fields:\n"
                        .formatted(Yaml.key(key.name())));
        partyFields(columns, key).forEach((field, column) -> yaml
                .append("          %s: %s\n".formatted(field, Yaml.key(column))));
        return yaml.toString();
    }

    private static String feedName(String file) {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("[.].*", "").replaceAll("[^a-z0-9]+", "_")
                .replaceAll("(_?[0-9]+)+$", "").replaceAll("^[^a-z]+|_+$", "");
        return name.isEmpty() ? "rows" : name;
    }

    private static Map<String, String> partyFields(List<ColumnDraft> columns, ColumnDraft key) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELDS.forEach((field, pattern) -> columns.stream()
                .filter(column -> column.isNamed(pattern) && !fields.containsValue(column.name())).findFirst()
                .ifPresent(column -> fields.put(field, column.name())));
        if (fields.isEmpty()) {
            fields.put("displayName", key.name());
        }
        return fields;
    }
}
