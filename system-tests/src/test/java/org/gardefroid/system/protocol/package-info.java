/**
 * The delivery protocol under every fault we can think of: agents, network, service instances and database as state
 * machines under one seeded scheduler. The agents' and the service's classes are the ones that the programs run.
 */
@NullMarked
package org.gardefroid.system.protocol;

import org.jspecify.annotations.NullMarked;
