package zhiyin.identity;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.model.RecordKind;

import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DATE_TIME;
import static zhiyin.model.FieldType.Plain.INTEGER;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;

import zhiyin.model.FieldType;

/** What a source may say of who somebody is. */
@Configuration(proxyBeanMethods = false)
class PartyRecord {

    /** Parties are never merged as they are: the golden customer is made of them. */
    private static final String MADE_INTO_CUSTOMERS = "";

    @Bean
    RecordKind party() {
        return new RecordKind("Party", List.of(
                optional("kind", new FieldType.Code(List.of("INDIVIDUAL", "ORGANIZATION"))),
                optional("customerNo", TEXT), optional("accountNo", TEXT), optional("nationalId", TEXT),
                optional("displayName", TEXT), optional("givenName", TEXT), optional("familyName", TEXT),
                optional("birthDate", DATE), optional("gender", new FieldType.Code(List.of("FEMALE", "MALE", "OTHER"))),
                optional("mobile", TEXT), optional("landline", TEXT), optional("email", TEXT),
                optional("country", TEXT),
                optional("province", TEXT), optional("city", TEXT), optional("postalCode", TEXT),
                optional("postalAddress", TEXT), optional("language", TEXT),
                optional("status", new FieldType.Code(List.of("PROSPECT", "ACTIVE", "SUSPENDED", "CHURNED"))),
                optional("customerSince", DATE), optional("churnRisk", INTEGER), optional("observedAt", DATE_TIME)),
                MADE_INTO_CUSTOMERS);
    }
}
