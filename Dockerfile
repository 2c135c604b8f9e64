# The hub's image. Build the jar first (mvn package), then: docker build -t zhiyin:0.1.0 .
# The first stage takes the jar apart: a change of the hub's own code then changes one small layer and not the libraries'.
FROM eclipse-temurin:25-jdk AS layers
WORKDIR /build
COPY target/zhiyin.jar .
RUN java -Djarmode=tools -jar zhiyin.jar extract --layers --launcher --destination extracted

FROM eclipse-temurin:25-jre
# The hub runs as this user, which may write to its data folder and nowhere else.
RUN groupadd --system --gid 10001 zhiyin \
 && useradd --system --uid 10001 --gid zhiyin --home-dir /zhiyin --no-create-home --shell /usr/sbin/nologin zhiyin \
 && mkdir -p /zhiyin/data && chown zhiyin:zhiyin /zhiyin/data
WORKDIR /zhiyin
COPY --from=layers /build/extracted/dependencies/ ./
COPY --from=layers /build/extracted/spring-boot-loader/ ./
COPY --from=layers /build/extracted/snapshot-dependencies/ ./
COPY --from=layers /build/extracted/application/ ./
COPY etl ./etl
# by number, so that an orchestrator can see that it is not root
USER 10001:10001
ENV ZHIYIN_STORES=external SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
# extracts to load (data/input), staging, and the accounts of the first start (data/credentials.json)
VOLUME /zhiyin/data
EXPOSE 8080
# The image has no curl; the hub's own command asks. A hub that is loading for the first time is already well.
HEALTHCHECK --interval=15s --timeout=10s --start-period=120s --retries=4 \
  CMD ["java", "-Xmx32m", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", \
       "org.springframework.boot.loader.launch.JarLauncher", "health"]
# The heap leaves room for staging, which works outside of it. More options: JAVA_TOOL_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=45", "--enable-native-access=ALL-UNNAMED", \
            "org.springframework.boot.loader.launch.JarLauncher"]
