package org.gardefroid.alerting.cascade;

/** Whom a step calls. */
public sealed interface Addressee {

    /** One person, by the name they sign in with. */
    record Named(String person) implements Addressee {}

    /** Whoever is on call by a rota at the moment of the call. */
    record OnCall(String rota) implements Addressee {}
}
