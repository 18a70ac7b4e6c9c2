package io.sockettwin.service.backup;

import io.sockettwin.service.backup.Manifest.Content;
import io.sockettwin.service.backup.Manifest.StoredTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A file that [Backup] wrote, every byte of it checked before anything else is done with it.
final class Archive implements AutoCloseable {
  /// A thousand partitions take 100 KB in it.
  private static final int MAX_MANIFEST_BYTES = 32 << 20;

  private static final int MAX_FILE_BYTES = 64 << 10;

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;

  private Archive(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Opens and checks it, or refuses.
  static Archive open(Path path) throws IOException {
    ZipFile zip = zip(path);
    try {
      Archive archive =
          new Archive(
              path, zip, Manifest.parse(read(path, zip, Manifest.ENTRY, MAX_MANIFEST_BYTES)));
      archive.verify();
      return archive;
    } catch (ZipException e) {
      zip.close();
      throw damaged(path, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile zip(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (NoSuchFileException e) {
      throw new ArchiveRefused("There is no file " + path + ".");
    } catch (ZipException e) {
      throw new ArchiveRefused(
          "%s is no archive of SocketTwin, or only the beginning of one (%s)."
              .formatted(path, e.getMessage()));
    }
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream rows(StoredTable table) throws IOException {
    return entry(path, zip, table.entry());
  }

  /// Of the data folder, by name.
  Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : manifest.files().keySet()) {
      byte[] bytes = read(path, zip, Manifest.fileEntry(name), MAX_FILE_BYTES);
      files.put(name, new String(bytes, StandardCharsets.UTF_8));
    }
    return files;
  }

  private void verify() throws IOException {
    for (StoredTable table : manifest.tables()) {
      verify(table.entry(), table.content());
    }
    for (var file : manifest.files().entrySet()) {
      if (!DataFiles.NAMES.contains(file.getKey())) {
        throw new ArchiveRefused(path + " holds a file that is none of ours: " + file.getKey());
      }
      verify(Manifest.fileEntry(file.getKey()), file.getValue());
    }
  }

  private void verify(String name, Content expected) throws IOException {
    Measure measure = new Measure(OutputStream.nullOutputStream());
    try (InputStream in = entry(path, zip, name)) {
      in.transferTo(measure);
    }
    if (!measure.content().equals(expected)) {
      throw damaged(path, name + " is not what was written");
    }
  }

  private static byte[] read(Path path, ZipFile zip, String name, int limit) throws IOException {
    try (InputStream in = entry(path, zip, name)) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw damaged(path, name + " is larger than " + limit + " bytes");
      }
      return bytes;
    }
  }

  private static InputStream entry(Path path, ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ArchiveRefused(path + " is no archive of SocketTwin: it has no " + name + ".");
    }
    return zip.getInputStream(entry);
  }

  private static ArchiveRefused damaged(Path path, String reason) {
    return new ArchiveRefused(path + " is damaged: " + reason + ". Nothing was changed.");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
