package org.gardefroid.testbed.database;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.gardefroid.testbed.PrivateFiles;

/**
 * The data of one database server, and the superuser's password beside it.
 *
 * @param folder ours; the data stand in a folder below it, named for the distribution that made them, unless the account
 *     cannot reach it there
 */
record DataFolder(Path folder, Distribution distribution, Account account) {

    static final String SUPERUSER = "postgres";
    /** Written last: without it, initdb was interrupted. */
    private static final String MADE = "gardefroid.made";
    private static final Duration MADE_WITHIN = Duration.ofMinutes(2);

    /** Data made without the extension, by whichever version. */
    static boolean hasPlainData(Path folder, Account account) throws IOException {
        return Files.exists(account.place(folder.resolve(Distributions.PLAIN_NAME)));
    }

    Path data() throws IOException {
        return account.place(folder.resolve(distribution.name()));
    }

    /** Mode 600; the same for every distribution that has data here. */
    Path passwordFile() {
        return folder.resolve("superuser.password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile(), StandardCharsets.US_ASCII).strip();
    }

    /** Makes what is not there yet. */
    void prepare() throws IOException {
        if (!Files.exists(passwordFile())) {
            String password = new BigInteger(160, new SecureRandom()).toString(36);
            PrivateFiles.write(passwordFile(), (password + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        if (!Files.exists(data().resolve(MADE))) {
            initialise();
        }
    }

    private void initialise() throws IOException {
        Path data = data();
        if (Files.exists(data)) {
            Scrap.remove(data); // begun and never finished
        }
        PrivateFiles.folder(data);
        Path password = Files.copy(passwordFile(), data.resolveSibling(data.getFileName() + ".password"),
                StandardCopyOption.REPLACE_EXISTING);
        try {
            account.own(data);
            account.own(password);
            Command made = Command.run(account.command(List.of(distribution.program("initdb").toString(),
                    "--pgdata=" + data, "--username=" + SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale=C", "--data-checksums", "--no-instructions")), Path.of("/"),
                    MADE_WITHIN);
            if (!made.succeeded()) {
                throw new IOException("initdb failed: " + made.output());
            }
            Files.createFile(data.resolve(MADE));
        } finally {
            Files.delete(password);
        }
    }
}
