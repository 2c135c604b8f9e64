/** Zhiyin: a GraphQL customer-360 data hub. Each package below is one feature; docs/architecture.md draws how they connect. */
@NullMarked
package zhiyin;

import org.jspecify.annotations.NullMarked;
