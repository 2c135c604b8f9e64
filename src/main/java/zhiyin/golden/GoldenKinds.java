package zhiyin.golden;

import java.util.List;
import java.util.stream.Stream;

import zhiyin.graph.Cypher;
import zhiyin.graph.GraphImage;
import zhiyin.graph.GraphImage.Tie;
import zhiyin.model.FieldType;
import zhiyin.model.GraphShape.End;
import zhiyin.model.GraphShape.Link;
import zhiyin.model.GraphShape.Property;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

import static zhiyin.model.FieldType.Plain.BOOLEAN;
import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DATE_TIME;
import static zhiyin.model.FieldType.Plain.DECIMAL;
import static zhiyin.model.FieldType.Plain.INTEGER;
import static zhiyin.model.FieldType.Plain.LONG;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.required;

/** Kinds of record that the hub makes itself. They are merged before all others, and taken away after all others. */
final class GoldenKinds {

    static final List<RecordField> SURVIVING = List.of(optional("kind", TEXT), optional("displayName", TEXT),
            optional("givenName", TEXT), optional("familyName", TEXT), optional("birthDate", DATE),
            optional("gender", TEXT),
            optional("language", TEXT), optional("country", TEXT), optional("province", TEXT), optional("city", TEXT),
            optional("postalCode", TEXT), optional("status", TEXT), optional("customerSince", DATE),
            optional("churnRisk", INTEGER));

    static final RecordKind CUSTOMER = new RecordKind("Customer", concat(SURVIVING, List.of(optional("arpu", DECIMAL),
            optional("currency", TEXT))), GraphShape.node(), statement("merge-customers"),
            statement("remove-customers"));

    /** What a source says of a party, beside what customers show: ways to reach it, and when it was so. */
    static final List<RecordField> SAID = List.of(optional("mobile", TEXT), optional("landline", TEXT),
            optional("email", TEXT), optional("postalAddress", TEXT), optional("observedAt", DATE_TIME));

    static final RecordKind SOURCE_RECORD = new RecordKind("SourceRecord", concat(List.of(required("source", TEXT),
            required("feed", TEXT), required("key", TEXT), required("firstSeen", DATE_TIME),
            required("lastSeen", DATE_TIME),
            optional("deletedAt", DATE_TIME), optional("rule", TEXT), optional("origin", LONG),
            optional("closedBy", LONG)), concat(SURVIVING, SAID)),
            GraphShape.node().without("rule")
                    .and(new Link("RESOLVED_TO", new End.Own(), new End.OfCustomer(), new Property.OfField("rule"),
                            new Property.Decimal("score", 1.0), new Property.Text("decidedBy", "rules"),
                            new Property.Moment("at"))),
            statement("merge-source-records"), statement("remove-source-records"));

    static final RecordKind CONTACT_MEDIUM = new RecordKind("ContactMedium", List.of(required("mediumId", TEXT),
            required("type", new FieldType.Code(List.of("PHONE", "EMAIL", "POSTAL"))), required("value", TEXT),
            required("preferred", BOOLEAN)),
            GraphShape.shared("mediumId").without("preferred")
                    .and(new Link("HAS_CONTACT", new End.OfCustomer(), new End.Own(),
                            new Property.OfField("preferred"))),
            statement("merge-contact-media"), statement("remove-contact-media"));

    /** Written when the customer is taken away that was found to be another; told here for those who mend. */
    static final RecordKind MERGED_CUSTOMER = new RecordKind("MergedCustomer",
            List.of(required("survivor", FieldType.reference("Customer"))), statement("merge-aliases"));

    static final List<GraphImage> IMAGES = List.of(GraphImage.of(CUSTOMER),
            GraphImage.ofNodes("SourceRecord", statement("read-source-records"), Tie.to("customer", "RESOLVED_TO")),
            GraphImage.ofRelationships("ContactMedium", "mediumId", statement("read-contact-media"),
                    statement("wipe-contact-media")),
            GraphImage.ofNodes("MergedCustomer", statement("read-aliases"), Tie.to("survivor", "MERGED_INTO")));

    private GoldenKinds() {}

    private static String statement(String name) {
        return Cypher.statement(GoldenKinds.class, name);
    }

    private static List<RecordField> concat(List<RecordField> first, List<RecordField> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }
}
