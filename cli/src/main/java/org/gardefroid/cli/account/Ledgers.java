package org.gardefroid.cli.account;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the probes of several devices gave. */
public record Ledgers(List<Made> promised, List<Made> unpromised) {

    public Ledgers {
        promised = List.copyOf(promised);
        unpromised = List.copyOf(unpromised);
    }

    public static Ledgers read(List<Path> files) {
        List<Made> promised = new ArrayList<>();
        List<Made> unpromised = new ArrayList<>();
        for (Path file : files) {
            LedgerFile ledger = LedgerFile.read(file);
            promised.addAll(ledger.promised());
            unpromised.addAll(ledger.unpromised());
        }
        return new Ledgers(promised, unpromised);
    }

    public ReadingAccount against(List<Made> stored) {
        return ReadingAccount.of(promised, unpromised, stored);
    }
}
