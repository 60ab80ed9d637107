/** Diagrams of a workflow as Mermaid, Graphviz or PlantUML text. */
@NullMarked
package dev.orderly.diagram;

import org.jspecify.annotations.NullMarked;
