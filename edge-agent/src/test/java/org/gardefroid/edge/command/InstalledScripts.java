package org.gardefroid.edge.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gardefroid.testbed.process.ProjectFolder;

/** The package's own commands, in a folder that stands for the box. */
record InstalledScripts(Path root) {

    private static final Path PACKAGE = ProjectFolder.module("edge-agent").resolve("src/deb");

    /** @param code the process's */
    record Answer(int code, String text) {}

    Answer in(String locale, String script, String... arguments) throws IOException, InterruptedException {
        Path settings = Files.writeString(root.resolve("agent.properties"),
                "device = box-7\nfolder = " + root.resolve("agent") + "\n");
        Path commands = PACKAGE.resolve("commands");
        Path file = (Files.exists(commands.resolve(script)) ? commands : PACKAGE.resolve("files")).resolve(script);
        List<String> command = new ArrayList<>(List.of("sh", file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GARDEFROID_ROOT", root.toString(), "LC_ALL", locale,
                "GARDEFROID_AGENT_SETTINGS", settings.toString(), "GARDEFROID_AGENT_COMMANDS", commands.toString(),
                "NMCLI", "nmcli-is-not-here"));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    Answer run(String script, String... arguments) throws IOException, InterruptedException {
        return in("fr_FR.UTF-8", script, arguments);
    }

    Path accessPoint() {
        return root.resolve("etc/NetworkManager/system-connections/gardefroid-access-point.nmconnection");
    }
}
