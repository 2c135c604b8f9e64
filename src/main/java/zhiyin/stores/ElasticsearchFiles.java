package zhiyin.stores;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of Elasticsearch's settings folder. */
final class ElasticsearchFiles {

    static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            logger.deprecation.name = org.elasticsearch.deprecation
            logger.deprecation.level = error
            """;

    private ElasticsearchFiles() {}

    /** The Java options that Elasticsearch's own launcher sets for this version, one a line. */
    static String javaArguments(Path home, Path scratch, long heapMegabytes) {
        Path bridge = bridge(home);
        return List.of("-Xms" + heapMegabytes + "m", "-Xmx" + heapMegabytes + "m",
                "-XX:MaxDirectMemorySize=" + heapMegabytes / 2 + "m", "-Xss1m", "-XX:+UseG1GC",
                "-XX:G1HeapRegionSize=4m", "-XX:InitiatingHeapOccupancyPercent=30", "-XX:G1ReservePercent=15",
                "-XX:+ExitOnOutOfMemoryError", "-XX:-OmitStackTraceInFastThrow", "-Xshare:auto", "-Xlog:disable",
                "-Xlog:all=error:stderr", "-Djava.io.tmpdir=" + scratch,
                "-XX:ErrorFile=" + scratch + "/hs_err_%p.log", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
                "-Des.networkaddress.cache.ttl=60", "-Des.networkaddress.cache.negative.ttl=10",
                "-Dio.netty.noUnsafe=true", "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0", "-Dlog4j.shutdownHookEnabled=false",
                "-Dlog4j2.disable.jmx=true", "-Dlog4j2.formatMsgNoLookups=true", "-Djava.locale.providers=CLDR",
                "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=25",
                "-Dorg.apache.lucene.store.defaultReadAdvice=normal",
                "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1", "-Des.path.home=" + home,
                "-Des.distribution.type=zip", "-Des.java.type=ES_JAVA_HOME",
                // their index needs analysis that this distribution does not carry
                "-Des.queryable_built_in_roles_enabled=false", "-Djdk.attach.allowAttachSelf=true",
                "-XX:+EnableDynamicAgentLoading", "--illegal-native-access=deny",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.lucene99=org.elasticsearch.server",
                "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.hnsw=org.elasticsearch.server",
                "--add-opens=org.apache.lucene.core/org.apache.lucene.internal.vectorization=org.elasticsearch.server",
                "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--patch-module=java.base=" + bridge,
                "--add-exports=java.base/org.elasticsearch.entitlement.bridge=org.elasticsearch.entitlement,"
                        + "java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,jdk.management.agent",
                "--add-modules=jdk.incubator.vector,jdk.net,jdk.management.agent,ALL-MODULE-PATH",
                "--module-path=" + home.resolve("lib"), "-m",
                "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch").stream()
                .map(ElasticsearchFiles::quoted).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Path bridge(Path home) {
        Path folder = home.resolve("lib/entitlement-bridge");
        return Folders.list(folder).stream().findFirst().orElseThrow(() -> new StoreException(
                "Elasticsearch is not whole: the folder %s is empty.".formatted(folder),
                "Stage the stores again with: mvn generate-resources."));
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
