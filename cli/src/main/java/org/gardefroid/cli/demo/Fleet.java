package org.gardefroid.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.ExampleProfiles;
import org.gardefroid.vaccines.ProductProfile;

/** The fleet file of the demo: one site, two people on call, three devices with their equipment, one product. */
final class Fleet {

    private static final String SITE = "chu";

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode fleet = json.createObjectNode();

    private Fleet() {}

    static String of(List<SimulatedEquipment> equipments, int recordSeconds) {
        Fleet written = new Fleet();
        written.site();
        written.people();
        ArrayNode devices = written.fleet.putArray("devices");
        ArrayNode placed = written.fleet.putArray("equipments");
        for (SimulatedEquipment equipment : equipments) {
            devices.addObject().put("name", equipment.device()).put("site", SITE).put("recordSeconds", recordSeconds);
            written.equipment(placed.addObject(), equipment);
        }
        written.profiles();
        try {
            return written.json.writeValueAsString(written.fleet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
    }

    private void site() {
        fleet.putArray("sites").addObject().put("name", SITE).put("fr", "CHU, démonstration").put("en",
                "University hospital, demonstration");
    }

    private void people() {
        ArrayNode people = fleet.putArray("people");
        people.addObject().put("name", "martin").put("site", SITE).put("display", "Dr Martin").put("role", "doctor")
                .put("language", "fr").put("email", "astreinte@exemple.test");
        people.addObject().put("name", "taylor").put("site", SITE).put("display", "Dr Taylor").put("role", "pharmacist")
                .put("language", "en").put("email", "pharmacy@exemple.test");
        ArrayNode cascade = fleet.putArray("cascade");
        for (String person : List.of("martin", "taylor")) {
            cascade.addObject().put("site", SITE).put("step", 1).put("person", person).put("channel", "mail");
        }
    }

    private void equipment(ObjectNode placed, SimulatedEquipment equipment) {
        placed.put("name", equipment.name()).put("site", SITE).put("device", equipment.device())
                .put("fr", equipment.labelFr()).put("en", equipment.labelEn())
                .put("kind", equipment.isCoolBox() ? "cool-box" : "refrigerator").put("preset", equipment.preset());
        ArrayNode probes = placed.putArray("probes");
        probes.addObject().put("name", equipment.productProbe()).put("purpose", "product");
        probes.addObject().put("name", equipment.airProbe()).put("purpose", "air");
        placed.putArray("doors").add(equipment.door());
    }

    private void profiles() {
        ArrayNode profiles = fleet.putArray("profiles");
        for (ProductProfile profile : ExampleProfiles.all()) {
            ProductId product = profile.product();
            try {
                profiles.addObject().put("product", product.value()).put("revision", profile.revision())
                        .put("source", profile.source()).set("document",
                                json.readTree(ExampleProfiles.document(product)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the example profile of " + product + " is no JSON", e);
            }
        }
    }
}
