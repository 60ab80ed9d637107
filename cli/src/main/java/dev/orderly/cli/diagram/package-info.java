/** Pictures of a workflow as SVG, laid out here, so that they need neither a font nor a screen nor another program. */
@NullMarked
package dev.orderly.cli.diagram;

import org.jspecify.annotations.NullMarked;
