package zhiyin.tag;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a file of {@code etl/tags} holds. */
record TagFile(@Nullable List<@Nullable DeclaredTag> tags) {}
