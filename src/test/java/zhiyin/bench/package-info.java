/** How fast the hub is, measured beside the least that could do the same: {@code mvn -Pbench verify}. */
@NullMarked
package zhiyin.bench;

import org.jspecify.annotations.NullMarked;
