package zhiyin.billing;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import zhiyin.graph.Cypher;
import zhiyin.graph.Graph;
import zhiyin.graph.NodesById;
import zhiyin.model.GraphShape;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;

import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DECIMAL;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.FieldType.code;
import static zhiyin.model.FieldType.reference;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

@Configuration(proxyBeanMethods = false)
class BillingKinds {

    @Bean
    RecordKind billingAccount() {
        return new RecordKind("BillingAccount", List.of(party(), required("accountNo", TEXT),
                required("state", code(BillingAccount.State.class)),
                optional("paymentStatus", code(BillingAccount.PaymentStatus.class)), optional("balance", DECIMAL),
                optional("currency", TEXT)), GraphShape.ofCustomer("HAS_ACCOUNT"),
                Cypher.statement(getClass(), "merge-accounts"));
    }

    @Bean
    RecordKind customerBill() {
        return new RecordKind("CustomerBill", List.of(party(), required("account", reference("BillingAccount")),
                required("billNo", TEXT), required("periodStart", DATE), required("periodEnd", DATE),
                required("amountDue", DECIMAL), required("remainingAmount", DECIMAL), required("currency", TEXT),
                optional("dueDate", DATE), required("state", code(CustomerBill.State.class))),
                GraphShape.of("account", "BillingAccount", "BILLED_BY"),
                Cypher.statement(getClass(), "merge-bills"));
    }

    @Bean
    NodeSource billingAccounts(Graph graph) {
        return new NodesById<>(graph, "BillingAccount", BillingAccount::of);
    }

    @Bean
    NodeSource customerBills(Graph graph) {
        return new NodesById<>(graph, "CustomerBill", CustomerBill::of);
    }
}
