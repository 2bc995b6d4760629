# One image for every service: the command is the argument, `docker run copytaster ingest`.
# It holds what `mvn package` made; the embedded database's programs stay out (see .dockerignore).
FROM eclipse-temurin:17-jre

RUN useradd --system --user-group --create-home --home-dir /var/lib/copytaster copytaster
COPY standalone/target/lib /opt/copytaster/lib
COPY standalone/target/copytaster-standalone-*.jar /opt/copytaster/lib/

USER copytaster
WORKDIR /var/lib/copytaster
VOLUME /var/lib/copytaster

# The heap is a share of what the container may use; the rest is for RocksDB, network buffers and threads.
ENV LANG=C.UTF-8 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8" \
    COPYTASTER_BIND_ADDRESS=0.0.0.0

EXPOSE 8080 8081 8082 8083

# A container runs one service, so whichever of the four default ports answers is the right one.
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 \
  CMD for port in ${HEALTH_PORT:-8080 8081 8082 8083}; do \
        curl -fsS "http://127.0.0.1:$port/health/ready" 2>/dev/null && exit 0; \
        curl -fsSk "https://127.0.0.1:$port/health/ready" 2>/dev/null && exit 0; \
      done; exit 1

ENTRYPOINT ["java", "-cp", "/opt/copytaster/lib/*", "org.copytaster.standalone.Main"]
CMD ["--help"]
