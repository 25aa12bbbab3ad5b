/** The service, spoken to for a person who gives name and password. */
@NullMarked
package org.gardefroid.cli.service;

import org.jspecify.annotations.NullMarked;
