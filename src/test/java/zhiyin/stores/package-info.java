/** Real stores for the hub's tests, and the tests of the stores. */
@NullMarked
package zhiyin.stores;

import org.jspecify.annotations.NullMarked;
