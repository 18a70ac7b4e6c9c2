package io.sockettwin.service.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Creates a thing once, however often the request arrives with the same `Idempotency-Key`. Key and
/// thing are committed together, so neither a crash nor two requests at once make a second one.
@Singleton
public class Once {
  public static final String HEADER = "Idempotency-Key";

  static final int MAX_KEY_LENGTH = 255;

  /// The largest creation is a production batch of 100 000 devices.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final OnceStore store;
  private final ObjectMapper json;
  private final SecurityIdentity identity;

  Once(OnceStore store, ObjectMapper json, SecurityIdentity identity) {
    this.store = store;
    this.json = json;
    this.identity = identity;
  }

  /// Answers 201 with what was created, now or when the key was first used.
  ///
  /// @param route what the request asks for, told apart from others with the same key
  public Response answer(
      @Nullable String key, String route, Object request, Supplier<? extends Created<?>> creation) {
    requireKey(key);
    return QuarkusTransaction.requiringNew()
        .timeout((int) PATIENCE.toSeconds())
        .call(() ->
            response(
                key == null
                    ? kept(creation.get())
                    : answered(key, fingerprint(route, request), creation)));
  }

  private OnceStore.Kept answered(
      String key, byte[] fingerprint, Supplier<? extends Created<?>> creation) {
    String caller = identity.getPrincipal().getName();
    Instant now = Instant.now();
    if (store.claim(caller, key, fingerprint, now)) {
      OnceStore.Kept kept = kept(creation.get());
      store.keep(caller, key, kept);
      return kept;
    }
    Optional<OnceStore.Kept> before = store.find(caller, key, fingerprint);
    return before.orElseThrow(() ->
        Problem.of(
                ProblemCode.KEY_REUSED,
                "The key was used for another request.",
                new Flaw(HEADER, "was used for another request"))
            .refused());
  }

  private OnceStore.Kept kept(Created<?> created) {
    return new OnceStore.Kept(created.location(), created.version(), text(created.view()));
  }

  private static Response response(OnceStore.Kept kept) {
    return Response.status(Response.Status.CREATED)
        .location(URI.create(kept.location()))
        .header("ETag", Versions.tag(kept.version()))
        .header("Cache-Control", "no-store")
        .type(MediaType.APPLICATION_JSON)
        .entity(kept.body().getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private byte[] fingerprint(String route, Object request) {
    try {
      String all = route + "\n" + text(request);
      return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable: " + value.getClass(), e);
    }
  }

  private static void requireKey(@Nullable String key) {
    if (key != null
        && (key.isEmpty()
            || key.length() > MAX_KEY_LENGTH
            || !key.chars().allMatch(c -> c >= ' ' && c < 0x7F))) {
      Flaw flaw = new Flaw(HEADER, "must be 1 to " + MAX_KEY_LENGTH + " printable characters");
      throw Problem.of(ProblemCode.INVALID, "The key is not usable.", flaw).refused();
    }
  }
}
