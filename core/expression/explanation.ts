import type { Node } from "./node.ts"
import type { Value } from "./types.ts"

/** A node with its value and what it was made of, for an answer to "why?". Of a loop the elements that decided, at most five. */
export type Explanation = Readonly<{ node: Node; value: Value; parts: readonly Explanation[]; element?: number }>
