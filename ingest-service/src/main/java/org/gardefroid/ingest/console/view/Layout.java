package org.gardefroid.ingest.console.view;

import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param managesPeople whether whoever is signed in lets others in
 * @param csrf empty where nobody is signed in
 * @param path of the page, to come back to
 * @param live where its stream is, if it has one
 * @param assets the mark of this release's style and script, so that a browser never keeps old ones
 */
public record Layout(
        Words words,
        String title,
        Optional<String> person,
        boolean managesPeople,
        String csrf,
        String path,
        Optional<String> live,
        boolean demo,
        String assets) {}
