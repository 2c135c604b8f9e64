package zhiyin.golden;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import zhiyin.customer.ContactMedium;
import zhiyin.customer.SourceRecord;
import zhiyin.golden.SayingStore.SaidOf;
import zhiyin.graph.Row;
import zhiyin.identity.IdentityRules;
import zhiyin.identity.IdentityRules.Survivorship;

import static java.util.stream.Collectors.joining;

import static org.assertj.core.api.Assertions.assertThat;

/** Why a customer shows what it shows, of two or three records. */
class ProvenanceTests {

    private static final ZonedDateTime SPRING = ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final List<Saying> sayings = new ArrayList<>();

    private ProvenanceTests says(String source, String key, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(Map.of("id", source + ":p:" + key, "source", source, "feed", "p", "key", key, "firstSeen", SPRING,
                "lastSeen", SPRING));
        sayings.add(Saying.of(new Row(all)));
        return this;
    }

    private Provenance whenShown(Map<String, Object> shown) {
        LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>(
                Map.of("displayName", List.of("billing", "crm")));
        IdentityRules rules = new IdentityRules(List.of(), List.of(),
                new LinkedHashMap<>(Map.of("email", List.of("test@test.com"), "birthDate", List.of("1900-01-01"))),
                new Survivorship(List.of("crm", "billing"), fields));
        return new Provenance(rules, new SaidOf(new Row(shown), sayings));
    }

    private String why(String attribute, Object shown) {
        return whenShown(Map.of(attribute, shown)).attributes().stream()
                .filter(each -> each.attribute().equals(attribute)).map(ProvenanceTests::told).findFirst().orElse("");
    }

    private static String told(AttributeProvenance attribute) {
        return "%s %s %s".formatted(attribute.value(), attribute.reason(), key(attribute.sourceRecord()))
                + attribute.confirmedBy().stream().map(record -> " = " + key(record)).collect(joining())
                + attribute.others().stream().map(
                        other -> "; %s %s %s".formatted(other.value(), other.reason(), key(other.sourceRecord())))
                        .collect(joining());
    }

    private static String key(@Nullable SourceRecord record) {
        return record == null ? "-" : record.source() + record.key();
    }

    @Test
    void tellsTheTrustThatChose() {
        says("crm", "1", Map.of("displayName", "Ann", "city", "Taipei"))
                .says("billing", "A", Map.of("displayName", "Ann Chen", "city", "Tainan"))
                .says("web", "w", Map.of("city", "Taipei"));

        assertThat(why("city", "Taipei")).isEqualTo("Taipei MOST_TRUSTED crm1 = webw; Tainan LESS_TRUSTED billingA");
        assertThat(why("displayName", "Ann Chen")).isEqualTo("Ann Chen MOST_TRUSTED billingA; Ann LESS_TRUSTED crm1");
    }

    @Test
    void tellsThatTheLaterObservationChoseAndElseTheId() {
        says("crm", "1", Map.of("city", "Taipei", "observedAt", SPRING)).says("crm", "2", Map.of("city", "Tainan"))
                .says("crm", "3", Map.of("city", "Keelung", "observedAt", SPRING));
        assertThat(why("city", "Taipei"))
                .isEqualTo("Taipei FIRST crm1; Keelung LATER_KEY crm3; Tainan OLDER crm2");

        sayings.removeLast();
        assertThat(why("city", "Taipei")).isEqualTo("Taipei NEWEST crm1; Tainan OLDER crm2");

        says("crm", "4", Map.of("city", "Hsinchu", "observedAt", SPRING.plusDays(1)));
        assertThat(why("city", "Hsinchu")).isEqualTo("Hsinchu NEWEST crm4; Taipei OLDER crm1; Tainan OLDER crm2");
    }

    @Test
    void doesNotCountWhatNobodyMeansOrWhatASourceHasNoMore() {
        says("crm", "1", Map.of("birthDate", LocalDate.of(1900, 1, 1)))
                .says("crm", "2", Map.of("birthDate", LocalDate.of(1970, 2, 3), "deletedAt", SPRING))
                .says("billing", "A", Map.of("birthDate", LocalDate.of(1980, 2, 29)));

        assertThat(why("birthDate", LocalDate.of(1980, 2, 29)))
                .isEqualTo("1980-02-29 UNDISPUTED billingA; 1900-01-01 DUMMY crm1; 1970-02-03 CLOSED crm2");
    }

    @Test
    void countsClosedRecordsWhenThereAreNoOthers() {
        says("crm", "1", Map.of("city", "Taipei", "status", "ACTIVE", "deletedAt", SPRING));

        assertThat(why("city", "Taipei")).isEqualTo("Taipei UNDISPUTED crm1");
        assertThat(why("status", "CHURNED")).isEqualTo("CHURNED CONCLUDED -; ACTIVE OVERRULED crm1");
    }

    @Test
    void findsTheRecordWhoseNumberStandsInForAName() {
        says("crm", "1", Map.of("city", "Taipei")).says("billing", "A", Map.of("mobile", "+886912345678"));

        assertThat(why("displayName", "+886912345678")).isEqualTo("+886912345678 CONCLUDED billingA");
    }

    @Test
    void saysWhenTheRulesChangedSinceTheyWereHeeded() {
        says("crm", "1", Map.of("city", "Taipei")).says("billing", "A", Map.of("city", "Tainan"));

        assertThat(why("city", "Tainan")).isEqualTo("Tainan OUTDATED billingA; Taipei NOT_YET crm1");
    }

    @Test
    void leavesOutWhatNobodyKnowsAndTellsTheRevenue() {
        says("crm", "1", Map.of());

        assertThat(whenShown(Map.of("arpu", 649.5, "currency", "TWD")).attributes())
                .extracting(ProvenanceTests::told).containsExactly("649.50 TWD CONCLUDED -");
    }

    @Test
    void findsTheRecordsThatAWayToBeReachedWasGivenIn() {
        says("billing", "A", Map.of("mobile", "+886912345678", "email", "test@test.com"))
                .says("crm", "1", Map.of("landline", "+886912345678", "postalAddress", "Road 1"))
                .says("crm", "2", Map.of("mobile", "+886912345678", "deletedAt", SPRING));

        Provenance provenance = whenShown(Map.of());
        assertThat(provenance.of(medium(ContactMedium.Type.PHONE, "+886912345678"))).extracting(SourceRecord::key)
                .containsExactly("A", "1");
        assertThat(provenance.of(medium(ContactMedium.Type.EMAIL, "test@test.com"))).isEmpty();
        assertThat(provenance.of(medium(ContactMedium.Type.POSTAL, "Road 1"))).extracting(SourceRecord::key)
                .containsExactly("1");
    }

    private static ContactMedium medium(ContactMedium.Type type, String value) {
        return new ContactMedium("c1", type, value, true);
    }
}
