package org.gardefroid.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One of our programs, as it is built: the classes of its module and the class path that the build wrote beside them.
 *
 * @param module the module's folder
 * @param mainClass the class with {@code main}
 * @param jvmOptions before the class path
 * @param arguments after the main class
 */
public record JavaProgram(Path module, String mainClass, List<String> jvmOptions, List<String> arguments) {

    /** What the libraries in our class paths need to be quiet on JDK 25; and accents whatever the locale. */
    private static final List<String> QUIET = List.of(
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    /** Ready in two thirds of the time and slower for ever after: for a program that lives for seconds. */
    public static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    public JavaProgram {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }

    /** A program of the module with this name, such as {@code edge-agent}. */
    public static JavaProgram of(String module, String mainClass) {
        return new JavaProgram(ProjectFolder.module(module), mainClass, QUIET, List.of());
    }

    /** The same program with these arguments after those it has. */
    public JavaProgram with(Object... more) {
        var all = new ArrayList<>(arguments);
        for (Object argument : more) {
            all.add(argument.toString());
        }
        return new JavaProgram(module, mainClass, jvmOptions, all);
    }

    /** The same program with these options to its JVM after those it has, such as {@code -Xmx160m}. */
    public JavaProgram jvm(String... more) {
        var all = new ArrayList<>(jvmOptions);
        all.addAll(List.of(more));
        return new JavaProgram(module, mainClass, all, arguments);
    }

    /** The command, with the JDK that this JVM runs on. */
    public List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(classPath());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private String classPath() {
        Path libraries = module.resolve("target/classpath");
        if (!Files.exists(libraries)) {
            throw new IllegalStateException(libraries + " is missing: build the project first (mvn package)");
        }
        try {
            return module.resolve("target/classes") + ":" + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + libraries, e);
        }
    }
}
