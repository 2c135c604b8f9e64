package zhiyin.product;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.model.LocalizedText;
import zhiyin.model.Money;
import zhiyin.relay.Entity;

record ProductOffering(String id, String code, LocalizedText name, OfferingKind kind, LifecycleStatus lifecycleStatus,
        @Nullable Money monthlyPrice, @Nullable Integer voiceMinutes, @Nullable Integer messages,
        @Nullable Integer dataMegabytes, Trace trace) implements Entity, Traced {

    enum LifecycleStatus {
        IN_TEST, LAUNCHED, RETIRED
    }

    static ProductOffering of(Row offering) {
        return new ProductOffering(offering.text("id"), offering.text("code"), offering.localizedText("name"),
                offering.code("kind", OfferingKind.class), offering.code("lifecycleStatus", LifecycleStatus.class),
                offering.optionalMoney("monthlyPrice"), offering.optionalNumber("voiceMinutes"),
                offering.optionalNumber("messages"), offering.optionalNumber("dataMegabytes"), Trace.of(offering));
    }
}
