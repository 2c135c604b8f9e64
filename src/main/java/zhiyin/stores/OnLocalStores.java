package zhiyin.stores;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the hub runs its own stores, which it does unless told otherwise. */
class OnLocalStores implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String mode = context.getEnvironment().getProperty("zhiyin.stores", "local");
        return switch (mode) {
            case "local" -> true;
            case "external" -> false;
            default -> throw new StoreException("zhiyin.stores is '%s', which is neither local nor external.".formatted(
                    mode), "Set ZHIYIN_STORES to local (the hub runs its own stores) or external (yours are used).");
        };
    }
}
