/**
 * Neo4j, Elasticsearch and PostgreSQL as child processes of the hub, so that a first start needs nothing but a JDK. They
 * are offered to Spring Boot as connection details; with {@code zhiyin.stores=external} this package does nothing and the
 * standard {@code spring.*} settings name the operator's own stores.
 */
@ApplicationModule(allowedDependencies = {"graph"})
@NullMarked
package zhiyin.stores;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
