package org.gardefroid.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One of our programs, as it is built: the classes of its module and the class path that the build wrote beside them.
 *
 * @param module the module's folder
 * @param mainClass the class with {@code main}
 * @param jvmOptions before the class path
 * @param arguments after the main class
 * @param classes the module's own: its folder of classes, or its jar
 */
public record JavaProgram(
        Path module,
        String mainClass,
        List<String> jvmOptions,
        List<String> arguments,
        Path classes) {

    /** What the libraries in our class paths need to be quiet on JDK 25; and accents whatever the locale. */
    private static final List<String> QUIET = List.of(
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    /** Ready in two thirds of the time and slower for ever after: for a program that lives for seconds, or has little to do. */
    public static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    public JavaProgram {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }

    /** A program of the module with this name, such as {@code edge-agent}. */
    public static JavaProgram of(String module, String mainClass) {
        Path folder = ProjectFolder.module(module);
        return new JavaProgram(folder, mainClass, QUIET, List.of(), folder.resolve("target/classes"));
    }

    /** The same program with these arguments after those it has. */
    public JavaProgram with(Object... more) {
        var all = new ArrayList<>(arguments);
        for (Object argument : more) {
            all.add(argument.toString());
        }
        return new JavaProgram(module, mainClass, jvmOptions, all, classes);
    }

    /** The same program with these options to its JVM after those it has, such as {@code -Xmx160m}. */
    public JavaProgram jvm(String... more) {
        var all = new ArrayList<>(jvmOptions);
        all.addAll(List.of(more));
        return new JavaProgram(module, mainClass, all, arguments, classes);
    }

    /** The same program, that keeps of this run what lets later ones start sooner ({@link #rehearsed}). */
    public JavaProgram rehearsing() {
        return fromJar().jvm("-XX:AOTCacheOutput=" + rehearsal());
    }

    /** The same program, with what a rehearsal since the last build has kept; without one, as it is. */
    public JavaProgram rehearsed() {
        return Files.exists(rehearsal())
                // A rehearsal of another build is of no use; that is no reason to stop, nor to say so.
                ? fromJar().jvm("-XX:AOTCache=" + rehearsal(), "-Xlog:aot*=off,cds*=off")
                : this;
    }

    /** Classes as they were read and linked (JEP 514). */
    private Path rehearsal() {
        return module.resolve("target/rehearsal.aot");
    }

    /** A JVM keeps nothing of classes that lie in a folder. */
    private JavaProgram fromJar() {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(module.resolve("target"),
                module.getFileName() + "-*.jar")) {
            return new JavaProgram(module, mainClass, jvmOptions, arguments, jars.iterator().next());
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException(module + " has no jar: build the project first (mvn package)", e);
        }
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
            return classes + ":" + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + libraries, e);
        }
    }
}
