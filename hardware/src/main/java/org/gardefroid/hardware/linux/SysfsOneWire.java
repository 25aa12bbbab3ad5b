package org.gardefroid.hardware.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.gardefroid.hardware.port.OneWire;

/** The kernel's modules w1-gpio and w1-therm, by their files. */
public final class SysfsOneWire implements OneWire {

    /** Where the kernel shows them. */
    public static final Path DEVICES = Path.of("/sys/bus/w1/devices");

    private static final int LONGEST_FILE = 4_096; // a page, the most that a file of sysfs gives

    private final Path root;

    public SysfsOneWire(Path root) {
        this.root = root;
    }

    /** Whether the machine has a 1-Wire line; it may get one later, when the kernel's modules are loaded. */
    public boolean isThere() {
        return Files.isDirectory(root);
    }

    @Override
    public List<String> devices() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.map(path -> path.getFileName().toString()).filter(name -> name.matches("[0-9a-f]{2}-.+"))
                    .sorted().toList();
        }
    }

    @Override
    public void convertAll() throws IOException {
        List<Path> triggers;
        try (Stream<Path> all = Files.list(root)) {
            triggers = all.filter(path -> path.getFileName().toString().startsWith("w1_bus_master"))
                    .map(path -> path.resolve("therm_bulk_read")).filter(Files::isWritable).toList();
        }
        for (Path trigger : triggers) { // returns when the conversion is over
            Files.writeString(trigger, "trigger\n", StandardOpenOption.WRITE);
        }
    }

    @Override
    public String read(String device) throws IOException {
        Path folder = root.resolve(device);
        Path bytes = folder.resolve("w1_slave");
        try (InputStream file = Files.newInputStream(Files.exists(bytes) ? bytes : folder.resolve("temperature"))) {
            return new String(file.readNBytes(LONGEST_FILE), StandardCharsets.US_ASCII);
        }
    }
}
