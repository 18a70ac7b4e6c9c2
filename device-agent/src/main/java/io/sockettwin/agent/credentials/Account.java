package io.sockettwin.agent.credentials;

import io.sockettwin.agent.link.ServiceAddress;

/// Who the socket is, and the service that knows it.
public record Account(Identity identity, ServiceAddress service) {}
