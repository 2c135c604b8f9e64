package zhiyin.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/**
 * What {@code etl/identity.yaml} declares.
 *
 * @param rules          which records are one customer, in the order in which they are tried
 * @param contradictions fields in which the records of one customer never differ
 * @param dummies        values by field that are no evidence
 * @param survivorship   whose value a customer shows
 */
public record IdentityRules(List<Rule> rules, List<String> contradictions,
        @Nullable LinkedHashMap<String, List<String>> dummies, Survivorship survivorship) {

    /**
     * Records that agree in some fields are one customer.
     *
     * @param rule       its name, shown as the reason
     * @param fields     fields that must all be there and agree
     * @param maxRecords records that may agree at most: more of them share the value without being one customer
     * @param despite    contradictions that do not count against this rule; null when all do
     */
    public record Rule(String rule, List<String> fields, int maxRecords, @Nullable List<String> despite) {

        boolean heeds(String contradiction) {
            return despite == null || !despite.contains(contradiction);
        }
    }

    /**
     * Whose value a customer shows.
     *
     * @param byDefault sources from the most trusted on
     * @param fields    the same for single fields
     */
    public record Survivorship(@com.fasterxml.jackson.annotation.JsonProperty("default") List<String> byDefault,
            @Nullable LinkedHashMap<String, List<String>> fields) {

        /** Sources for a field, from the most trusted on. */
        public List<String> sources(String field) {
            return fields == null ? byDefault : fields.getOrDefault(field, byDefault);
        }
    }

    /** Values by field that are no evidence and that no customer shows. */
    public Map<String, List<String>> dummyValues() {
        return dummies == null ? Map.of() : dummies;
    }

    /**
     * Reads and checks the file.
     *
     * @param file  {@code identity.yaml}
     * @param party the kind of record that the rules speak of
     * @throws InvalidDeclarationException when it has a mistake; says where and what
     */
    public static IdentityRules read(Path file, RecordKind party) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidDeclarationException(List.of(
                    "%s: no such file; it declares which records are one customer".formatted(file)));
        }
        try {
            IdentityRules rules = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()
                    .readValue(file.toFile(), IdentityRules.class);
            rules.check(file, party);
            return rules;
        } catch (JacksonException unreadable) {
            var at = unreadable.getLocation();
            throw new InvalidDeclarationException(List.of("%s:%d: %s".formatted(file, at == null ? 1 : at.getLineNr(),
                    unreadable.getOriginalMessage())));
        }
    }

    private void check(Path file, RecordKind party) {
        List<String> known = party.fields().stream().map(RecordField::name).toList();
        Stream.of(rules.stream().flatMap(rule -> rule.fields().stream()), contradictions.stream(),
                dummyValues().keySet().stream()).flatMap(fields -> fields).filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new InvalidDeclarationException(List.of(
                            "%s: a party has no field '%s'; it has %s".formatted(file, field, known)));
                });
    }
}
