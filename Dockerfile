# The hub's image. Build the jar first: mvn package. The first stage takes it apart, so that a change of the hub's own code
# changes one small layer.
FROM eclipse-temurin:25-jdk AS layers
WORKDIR /work
COPY target/zhiyin.jar .
RUN java -Djarmode=tools -jar zhiyin.jar extract --layers --launcher --destination extracted

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 zhiyin \
 && useradd --system --uid 10001 --gid zhiyin --home-dir /zhiyin --shell /usr/sbin/nologin zhiyin \
 && mkdir -p /zhiyin/data && chown -R zhiyin:zhiyin /zhiyin
WORKDIR /zhiyin
COPY --from=layers /work/extracted/dependencies/ ./
COPY --from=layers /work/extracted/spring-boot-loader/ ./
COPY --from=layers /work/extracted/snapshot-dependencies/ ./
COPY --from=layers /work/extracted/application/ ./
COPY etl ./etl
USER zhiyin
ENV ZHIYIN_STORES=external SERVER_ADDRESS=0.0.0.0
VOLUME /zhiyin/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=12 \
  CMD ["java", "-cp", "/zhiyin", "-Xmx32m", "org.springframework.boot.loader.launch.JarLauncher", "health"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "org.springframework.boot.loader.launch.JarLauncher"]
