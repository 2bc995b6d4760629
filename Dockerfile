# One image for every service: the command is the argument, `docker run copytaster ingest`.
# It holds what `mvn package` made, without the parts of `up`: a container talks to a real broker and store
# (see .dockerignore). What changes seldom lies in layers below what changes often.
FROM eclipse-temurin:17-jre AS jars
COPY standalone/target/lib /jars
COPY standalone/target/copytaster-standalone-*.jar /jars/
# Libraries for other platforms stay out, and ours are apart from those of others.
RUN java -cp '/jars/*' org.copytaster.standalone.Main image-jars /jars /image

FROM eclipse-temurin:17-jre
# A fixed number, so that mounted files can be given to it.
RUN useradd --system --uid 10001 --user-group --create-home --home-dir /var/lib/copytaster copytaster \
  && mkdir /drops && chown copytaster:copytaster /drops
COPY --from=jars /image/lib /opt/copytaster/lib
COPY --from=jars /image/models /opt/copytaster/models
COPY --from=jars /image/app /opt/copytaster/app

USER copytaster
WORKDIR /var/lib/copytaster
VOLUME /var/lib/copytaster

# The heap is a share of what the container may use; the rest is for RocksDB, network buffers and threads.
ENV LANG=C.UTF-8 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8" \
    COPYTASTER_BIND_ADDRESS=0.0.0.0

EXPOSE 8080 8081 8082 8083

# A container runs one service, so whichever of the four default ports answers is the right one.
HEALTHCHECK --interval=5s --timeout=4s --start-period=120s --retries=6 \
  CMD for port in ${HEALTH_PORT:-8080 8081 8082 8083}; do \
        curl -fsS "http://127.0.0.1:$port/health/ready" 2>/dev/null && exit 0; \
        curl -fsSk "https://127.0.0.1:$port/health/ready" 2>/dev/null && exit 0; \
      done; exit 1

ENTRYPOINT ["java", "-cp", "/opt/copytaster/app/*:/opt/copytaster/models/*:/opt/copytaster/lib/*", \
  "org.copytaster.standalone.Main"]
CMD ["--help"]
