/** What there is: sites, devices, equipments, probes, people; where it comes from, and the briefs made of it. */
@NullMarked
package org.gardefroid.ingest.registry;

import org.jspecify.annotations.NullMarked;
