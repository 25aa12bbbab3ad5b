/**
 * What a scanner gives, read into GTIN, lot, expiry and serial, and held against what was expected.
 *
 * <p>After the GS1 General Specifications: element strings, the bracketed text that is printed under a symbol, Digital
 * Link addresses, and the bare 13 digits of a French CIP13. Today's date is an argument: two digits of a year need one.
 */
@NullMarked
package org.gardefroid.vaccines.gs1;

import org.jspecify.annotations.NullMarked;
