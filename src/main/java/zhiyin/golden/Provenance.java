package zhiyin.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.Comparator.comparing;

import org.jspecify.annotations.Nullable;

import zhiyin.customer.ContactMedium;
import zhiyin.customer.SourceRecord;
import zhiyin.golden.AttributeProvenance.LossReason;
import zhiyin.golden.AttributeProvenance.OtherValue;
import zhiyin.golden.AttributeProvenance.ProvenanceReason;
import zhiyin.golden.SayingStore.SaidOf;
import zhiyin.identity.IdentityRules;
import zhiyin.model.Money;
import zhiyin.model.RecordField;

/**
 * Says of one customer where everything came from. What is shown was chosen by the last load and is in the graph; the record
 * behind it is the first that says the same.
 */
class Provenance {

    /** The attributes of a party that its contact media are made of. */
    private static final Map<ContactMedium.Type, List<String>> MEDIA = Map.of(ContactMedium.Type.PHONE,
            List.of("mobile", "landline"), ContactMedium.Type.EMAIL, List.of("email"), ContactMedium.Type.POSTAL,
            List.of("postalAddress"));

    /** What stands in for a name that nobody knows. */
    private static final List<String> NAMES = List.of("mobile", "email");

    private final IdentityRules rules;
    private final SaidOf said;
    private final boolean isClosedForGood;

    Provenance(IdentityRules rules, SaidOf said) {
        this.rules = rules;
        this.said = said;
        this.isClosedForGood = said.sayings().stream().allMatch(Saying::isClosed);
    }

    /** Of all attributes of which somebody says something, in the order of the declaration. */
    List<AttributeProvenance> attributes() {
        return Stream.concat(GoldenKinds.SURVIVING.stream().map(RecordField::name).flatMap(this::attribute),
                revenue()).toList();
    }

    private Stream<AttributeProvenance> attribute(String attribute) {
        Survival survival = new Survival(rules, attribute);
        String shown = Saying.text(said.shown(), attribute);
        List<Saying> ranked = said.sayings().stream().filter(saying -> saying.text(attribute) != null)
                .sorted(comparing((Saying saying) -> !counts(survival, saying)).thenComparing(survival.order()))
                .toList();
        return shown == null && ranked.isEmpty() ? Stream.empty() : Stream.of(chosen(survival, shown, ranked));
    }

    private AttributeProvenance chosen(Survival survival, @Nullable String shown, List<Saying> ranked) {
        Optional<Saying> winner = ranked.stream()
                .filter(saying -> counts(survival, saying) && saying.says(survival.attribute(), shown)).findFirst();
        List<SourceRecord> confirming = new ArrayList<>();
        List<OtherValue> others = new ArrayList<>();
        for (Saying saying : ranked) {
            String value = Objects.requireNonNull(saying.text(survival.attribute()));
            if (!value.equals(shown)) {
                others.add(new OtherValue(value, saying.record(),
                        survival.loss(saying, winner.orElse(null), isClosedForGood)));
            } else if (winner.filter(saying::equals).isEmpty()) {
                confirming.add(saying.record());
            }
        }
        return new AttributeProvenance(survival.attribute(), shown, reason(winner, others),
                winner.or(() -> standIn(survival, shown)).map(Saying::record).orElse(null), confirming, others,
                survival.trustedSources());
    }

    /** The record behind a name that is a phone number or an e-mail address, for want of a name. */
    private Optional<Saying> standIn(Survival survival, @Nullable String shown) {
        return survival.attribute().equals("displayName")
                ? NAMES.stream().map(field -> new Survival(rules, field))
                        .flatMap(other -> said.sayings().stream().sorted(other.order())
                                .filter(saying -> counts(other, saying) && saying.says(other.attribute(), shown)))
                        .findFirst()
                : Optional.empty();
    }

    private static ProvenanceReason reason(Optional<Saying> winner, List<OtherValue> others) {
        List<LossReason> losses = others.stream().map(OtherValue::reason).toList();
        return winner.isEmpty() ? ProvenanceReason.CONCLUDED : ProvenanceReason.over(losses);
    }

    private boolean counts(Survival survival, Saying saying) {
        return (isClosedForGood || !saying.isClosed()) && !survival.isDummy(saying);
    }

    /** What a customer is billed is in no record. */
    private Stream<AttributeProvenance> revenue() {
        Money arpu = said.shown().optionalMoney("arpu");
        return arpu == null
                ? Stream.empty()
                : Stream.of(new AttributeProvenance("arpu", arpu.amount().toPlainString() + " " + arpu.currency(),
                        ProvenanceReason.CONCLUDED, null, List.of(), List.of(), List.of()));
    }

    /** The records that a way to be reached was given in, the most trusted first. */
    List<SourceRecord> of(ContactMedium medium) {
        return MEDIA.getOrDefault(medium.type(), List.of()).stream().map(field -> new Survival(rules, field))
                .flatMap(survival -> said.sayings().stream().filter(saying -> counts(survival, saying))
                        .filter(saying -> saying.says(survival.attribute(), medium.value()))
                        .sorted(survival.order()))
                .map(Saying::record).distinct().toList();
    }
}
