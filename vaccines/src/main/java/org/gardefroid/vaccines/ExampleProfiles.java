package org.gardefroid.vaccines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gardefroid.telemetry.ProductId;

/**
 * Profiles to begin with, as resources of this module. None is signed: a pharmacist checks each figure against the
 * current leaflet before it counts.
 */
public final class ExampleProfiles {

    public static final ProductId PRIORIX = new ProductId("priorix");
    public static final ProductId COMIRNATY_CONCENTRATE = new ProductId("comirnaty-concentrate");
    public static final ProductId IMVANEX = new ProductId("imvanex");
    public static final ProductId VARIVAX = new ProductId("varivax");

    private static final List<String> NAMES = List.of("imvanex", "jynneos", "comirnaty-concentrate",
            "comirnaty-10-concentrate", "comirnaty-rtu", "comirnaty-syringe", "spikevax-red", "spikevax-blue",
            "spikevax-syringe", "nuvaxovid", "mmrvaxpro", "priorix", "proquad", "varivax", "varilrix", "stamaril",
            "stamaril-10", "bcg-ajv", "twinrix", "gardasil");

    private ExampleProfiles() {}

    public static List<ProductProfile> all() {
        return NAMES.stream().map(ProductId::new).map(ExampleProfiles::named).toList();
    }

    public static ProductProfile named(ProductId product) {
        return ProfileReader.read(document(product));
    }

    /** The document itself, to be stored and shown. */
    public static String document(ProductId product) {
        try (InputStream resource = ExampleProfiles.class.getResourceAsStream("profiles/" + product + ".json")) {
            if (resource == null) {
                throw new IllegalArgumentException("there is no example profile of " + product);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the example profile of " + product + " cannot be read", e);
        }
    }
}
