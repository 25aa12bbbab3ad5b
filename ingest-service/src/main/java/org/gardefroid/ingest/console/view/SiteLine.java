package org.gardefroid.ingest.console.view;

/** A site to choose from. */
public record SiteLine(int id, String labelFr, String labelEn) {

    public String label(Words words) {
        return words.pick(labelFr, labelEn);
    }
}
