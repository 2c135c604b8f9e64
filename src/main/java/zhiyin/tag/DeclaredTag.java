package zhiyin.tag;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A tag as a file declares it; everything may be missing until {@link TagFiles} has checked it. */
record DeclaredTag(@Nullable String key, @Nullable String category, @Nullable Kind kind, @Nullable Names names) {

    /** Who puts the mark on customers. */
    enum Kind {
        RULE, COMPUTED, IMPORTED, MANUAL
    }

    record Names(@JsonProperty("zh-Hant") @Nullable String zhHant, @JsonProperty("zh-Hans") @Nullable String zhHans,
            @JsonProperty("en") @Nullable String en) {}

    /** The properties of its node, when it was checked. */
    Map<String, Object> properties() {
        if (key == null || category == null || kind == null || names == null || names.zhHant == null
                || names.zhHans == null || names.en == null) {
            throw new IllegalStateException("The tag '%s' was not checked before it was used".formatted(key));
        }
        return Map.of("id", "tag:" + key, "key", key, "category", category, "kind", kind.name(), "nameZhHant",
                names.zhHant, "nameZhHans", names.zhHans, "nameEn", names.en);
    }
}
