package org.gardefroid.ingest.console.account;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PasswordHashTest {

    /** Made by the reference program: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1. */
    private static final String OF_THE_REFERENCE = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aPasswordMatchesItsOwnHashAndNoOther() {
        String hash = PasswordHash.make("crème brûlée");
        assertThat(PasswordHash.matches("crème brûlée", hash)).isTrue();
        assertThat(PasswordHash.matches("creme brulee", hash)).isFalse();
    }

    @Test
    void theHashOfTheReferenceProgramIsRead() {
        assertThat(PasswordHash.matches("password", OF_THE_REFERENCE)).isTrue();
        assertThat(PasswordHash.matches("Password", OF_THE_REFERENCE)).isFalse();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(PasswordHash.make("same")).isNotEqualTo(PasswordHash.make("same"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void anAccentTypedOnAnotherKeyboardIsTheSameAccent() {
        assertThat(PasswordHash.matches("e\u0301te\u0301", PasswordHash.make("\u00e9t\u00e9"))).isTrue();
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        assertThat(PasswordHash.matches("", "")).isFalse();
        assertThat(PasswordHash.matches("x", "$argon2id$v=19$m=1,t=1,p=1$$")).isFalse();
    }
}
