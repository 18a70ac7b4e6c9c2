package io.sockettwin.loadsim.live;

import io.sockettwin.agent.credentials.Identity;
import io.sockettwin.agent.credentials.IdentityList;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Identities from the production line's list of devices, `PRODUCT DEVICE SECRET` a line.
final class ListedIdentities implements Identities {

  private final List<Identity> identities;

  private ListedIdentities(List<Identity> identities) {
    this.identities = List.copyOf(identities);
  }

  /// The first so many of a list.
  static ListedIdentities read(Path file, int count) {
    try {
      return of(file.toString(), Files.readAllLines(file), count);
    } catch (IOException e) {
      throw new CannotRun("the list of devices " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// @param source where the lines come from
  static ListedIdentities of(String source, List<String> all, int count) {
    List<String> lines = all.stream().filter(line -> !line.isBlank()).toList();
    if (lines.size() < count) {
      throw new CannotRun(
          "%s lists %d devices, but the scenario has %d sockets"
              .formatted(source, lines.size(), count));
    }
    List<Identity> identities = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      switch (IdentityList.choose(lines.get(i), null)) {
        case IdentityList.Choice.Found(Identity identity) -> identities.add(identity);
        case IdentityList.Choice.Problem(String sentence) ->
            throw new CannotRun("%s, entry %d: %s".formatted(source, i + 1, sentence));
      }
    }
    return new ListedIdentities(identities);
  }

  @Override
  public List<DeviceKey> devices() {
    return identities.stream().map(Identity::device).toList();
  }

  @Override
  public DeviceSecret secret(int number) {
    return identities.get(number).secret();
  }
}
