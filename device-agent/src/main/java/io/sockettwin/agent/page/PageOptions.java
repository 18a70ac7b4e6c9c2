package io.sockettwin.agent.page;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of the local page.
public final class PageOptions {

  private static final Logger LOG = LoggerFactory.getLogger(PageOptions.class);

  @Option(
      names = "--page",
      paramLabel = "[HOST:]PORT",
      defaultValue = "${env:SOCKETTWIN_PAGE}",
      converter = AddressConverter.class,
      description = {
        "where the socket can be looked at and touched in a browser (127.0.0.1:8091);",
        "whoever can reach it can touch the socket"
      })
  private @Nullable PageAddress address;

  @Option(names = "--no-page", description = "no local page")
  private boolean off;

  public boolean wanted() {
    return !off;
  }

  /// Opens the page as these options want it; empty if they want none. Where nothing was said, a
  /// second agent on this machine does without rather than failing.
  ///
  /// @throws IOException if the address that was asked for cannot be listened on
  public Optional<LocalPage> open(Subject subject) throws IOException {
    if (off) {
      return Optional.empty();
    }
    PageAddress listen = address == null ? PageAddress.DEFAULT : address;
    try {
      LocalPage page = LocalPage.open(listen, subject);
      LOG.info("the socket can be seen at http://{}/", new PageAddress(listen.host(), page.port()));
      return Optional.of(page);
    } catch (IOException e) {
      if (address != null) {
        throw new IOException("the page cannot listen on " + listen + ": " + e.getMessage(), e);
      }
      LOG.warn("{} is in use, so there is no local page; choose another by --page", listen);
      return Optional.empty();
    }
  }

  static final class AddressConverter implements ITypeConverter<PageAddress> {
    @Override
    public PageAddress convert(String text) {
      return PageAddress.parse(text)
          .orElseThrow(() -> new TypeConversionException("must be [HOST:]PORT, not " + text));
    }
  }
}
