package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.configuration.info.SystemInformation;
import java.io.File;
import java.nio.file.Path;

/// Where HiveMQ keeps things: all below one folder, no environment variables, no home folder.
record Folders(Path root, long runningSince) implements SystemInformation {

  @Override
  public void init() {
    // Nothing to find out.
  }

  @Override
  public String getHiveMQVersion() {
    return "embedded";
  }

  @Override
  public File getHiveMQHomeFolder() {
    return root.toFile();
  }

  @Override
  public File getConfigFolder() {
    return root.resolve("conf").toFile();
  }

  @Override
  public File getLogFolder() {
    return root.resolve("log").toFile();
  }

  @Override
  public File getDataFolder() {
    return root.toFile();
  }

  @Override
  public File getExtensionsFolder() {
    return root.resolve("extensions").toFile();
  }

  @Override
  public long getRunningSince() {
    return runningSince;
  }

  @Override
  public int getProcessorCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public boolean isEmbedded() {
    return true;
  }
}
