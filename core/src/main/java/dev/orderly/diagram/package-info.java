/** Pictures of a workflow: what is on them, and how Mermaid, Graphviz and PlantUML write it. */
@NullMarked
package dev.orderly.diagram;

import org.jspecify.annotations.NullMarked;
