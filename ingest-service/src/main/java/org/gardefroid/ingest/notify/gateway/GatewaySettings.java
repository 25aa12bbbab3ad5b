package org.gardefroid.ingest.notify.gateway;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** @param file the gateways for short messages, calls and webhooks, YAML; none if there is only mail */
@ConfigurationProperties("gardefroid.gateways")
record GatewaySettings(@Nullable Path file) {}
