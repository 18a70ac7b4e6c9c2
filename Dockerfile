# The images of docker-compose.yml: `docker build --target twin-service .`
# Where there is no image registry, the bases can be others: --build-arg JRE=...
ARG JDK=eclipse-temurin:25-jdk-noble
ARG JRE=eclipse-temurin:25-jre-noble

FROM ${JDK} AS build
WORKDIR /source
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress -pl twin-service,device-agent,mqtt-broker -am package -DskipTests

FROM ${JRE} AS twin-service
RUN useradd --system --uid 10001 --no-create-home sockettwin && install -d -o sockettwin /data
COPY --from=build /source/twin-service/target/quarkus-app /opt/sockettwin
USER sockettwin
WORKDIR /data
VOLUME /data
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    SOCKETTWIN_DATA_FOLDER=/data
EXPOSE 8080 1883 8883
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/opt/sockettwin/twin-service-run.jar"]

FROM ${JRE} AS mqtt-broker
RUN useradd --system --uid 10002 --no-create-home broker && install -d -o broker /data
COPY --from=build /source/mqtt-broker/target/mqtt-broker-0.1.0-SNAPSHOT.jar /opt/broker/mqtt-broker.jar
COPY --from=build /source/mqtt-broker/target/broker-jars/jackson-*.jar /opt/broker/
USER broker
WORKDIR /data
VOLUME /data
ENV SOCKETTWIN_BROKER_DATA_FOLDER=/data/broker \
    SOCKETTWIN_BROKER_PROGRAM_FOLDER=/data/program
EXPOSE 1883
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "/opt/broker/*", "io.sockettwin.mqttbroker.standalone.Main"]

FROM ${JRE} AS device-agent
RUN useradd --system --uid 10003 --no-create-home agent && install -d -o agent /data
COPY --from=build /source/device-agent/target/device-agent.jar /opt/agent/
COPY --from=build /source/device-agent/target/lib /opt/agent/lib
USER agent
WORKDIR /data
VOLUME /data
ENV SOCKETTWIN_DATA=/data
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-jar", "/opt/agent/device-agent.jar"]
