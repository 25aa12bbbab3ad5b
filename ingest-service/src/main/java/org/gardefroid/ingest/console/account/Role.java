package org.gardefroid.ingest.console.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is, and so may do. An inspector only reads. */
public enum Role {
    NURSE, PHARMACIST, DOCTOR, INSPECTOR, OPERATOR;

    public boolean mayAnswerAlarms() {
        return this != INSPECTOR;
    }

    /** Whoever prepares, carries or runs. */
    public boolean mayHandleLots() {
        return this == NURSE || this == PHARMACIST || this == OPERATOR;
    }

    /** Whoever answers for the vaccines by law: releases, destroys, and vouches for a profile's figures. */
    public boolean maySign() {
        return this == PHARMACIST;
    }

    /** Rules decide who is woken: whoever answers for the vaccines sets them, or whoever runs the installation. */
    public boolean maySetRules() {
        return this == PHARMACIST || this == OPERATOR;
    }

    /** What a dead box recorded is evidence: whoever decides on vaccines brings it, or whoever runs the installation. */
    public boolean mayImportJournals() {
        return this == PHARMACIST || this == OPERATOR;
    }

    /** Whoever runs the installation sees all of its sites; everybody else their own. */
    public boolean seesEverySite() {
        return this == OPERATOR;
    }

    /** Lets people in and keeps them out. */
    public boolean mayManagePeople() {
        return this == OPERATOR;
    }

    /** Lets devices in by their keys, and keeps them out. */
    public boolean mayManageDevices() {
        return this == OPERATOR;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofCode(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no role: " + code));
    }

    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
