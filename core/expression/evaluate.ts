import { type Refusal, refuse } from "#core/refusal"
import type { Checked } from "./check.ts"
import type { Explanation } from "./explanation.ts"
import { functions } from "./functions.ts"
import { gather } from "./gather.ts"
import { limits } from "./limits.ts"
import { literalNamed, written } from "./literals.ts"
import { and, bothOf, not, or, type Truth } from "./logic.ts"
import type { Node } from "./node.ts"
import { binaryValue } from "./operators.ts"
import { boolean, isUnknown, type Known, type Unknown, type Value } from "./types.ts"

/** What each name stands for now; what is left out, undefined or null is not known. */
export type Given = Readonly<Record<string, Known | null | undefined>>

export type Evaluation = Readonly<{ value: Value; explanation: Explanation; steps: number }>

/** The value of a checked expression, and why it is that. It ends: no answer takes more than `limits.steps` operations. */
export const evaluate = (checked: Checked, given: Given): Evaluation | Refusal<"expression-too-costly"> => {
  for (const name of checked.uses) {
    const value = given[name]
    const tooLong =
      typeof value === "string" ? value.length > limits.text : Array.isArray(value) && value.length > limits.elements
    if (tooLong)
      return refuse("expression-too-costly", { name, most: typeof value === "string" ? limits.text : limits.elements })
  }
  const run: Run = { steps: 0, given, types: checked.types }
  const explanation = visit(run, checked.node)
  if (run.steps > limits.steps) return refuse("expression-too-costly", { most: limits.steps })
  return { value: explanation.value, explanation, steps: run.steps }
}

/** What is under way: `each` is the element that a loop is at. */
type Run = {
  steps: number
  readonly given: Given
  readonly types: Checked["types"]
  each?: { name: string; value: Known | undefined }
}

const missing = (name: string): Unknown => ({ unknown: [{ why: "missing", name }] })
const none = (why: "division-by-zero" | "out-of-range", { from, to }: Node): Unknown => ({
  unknown: [{ why, from, to }],
})

const visit = (run: Run, node: Node): Explanation => {
  run.steps += 1
  // Whoever is over the limit goes nowhere any more; the refusal is said at the end.
  if (run.steps > limits.steps) return { node, value: { unknown: [] }, parts: [] }
  switch (node.op) {
    case "literal":
      return { node, value: node.value, parts: [] }
    case "name":
    case "field":
      return { node, value: lookUp(run, node) ?? missing(pathOf(node)), parts: [] }
    case "not": {
      const of = visit(run, node.of)
      return { node, value: not(of.value as Truth), parts: [of] }
    }
    case "negative": {
      const of = visit(run, node.of)
      const { value } = of
      return {
        node,
        value: isUnknown(value) ? value : typeof value === "bigint" ? -value : -(value as number),
        parts: [of],
      }
    }
    case "binary":
      return binary(run, node)
    case "choose": {
      const condition = visit(run, node.condition)
      if (isUnknown(condition.value)) return { node, value: condition.value, parts: [condition] }
      const chosen = visit(run, condition.value === true ? node.yes : node.no)
      return { node, value: chosen.value, parts: [condition, chosen] }
    }
    case "list": {
      const parts = node.items.map((item) => visit(run, item))
      return { node, value: allKnown(parts) ?? parts.map(({ value }) => value as Known), parts }
    }
    case "call":
      return call(run, node)
    case "loop":
      return overElements(run, node)
  }
}

type Of<Op extends Node["op"]> = Extract<Node, { op: Op }>

/** What a name stands for, or a field of it; undefined where that is not known. */
const lookUp = (run: Run, node: Node): Known | undefined => {
  if (node.op === "name") {
    const value = run.each?.name === node.name ? run.each.value : run.given[node.name]
    return usable(value)
  }
  if (node.op !== "field") return undefined
  const of = lookUp(run, node.of)
  return typeof of === "object" && !Array.isArray(of)
    ? usable((of as { [field: string]: Known | undefined })[node.name])
    : undefined
}

/** A number that is none is not known. */
const usable = (value: Known | null | undefined): Known | undefined =>
  value === null || (typeof value === "number" && !Number.isFinite(value)) ? undefined : value

const pathOf = (node: Node): string =>
  node.op === "field" ? `${pathOf(node.of)}.${node.name}` : node.op === "name" ? node.name : "?"

/** A list is known when each of its elements is. */
const isHoled = (value: Value): boolean => Array.isArray(value) && value.some((each) => usable(each) === undefined)

/** What is not known of these, together; undefined when all is. */
const allKnown = (parts: readonly Explanation[]): Unknown | undefined => {
  const gaps = parts.flatMap(({ node, value }) =>
    isUnknown(value) ? value : isHoled(value) ? missing(pathOf(node)) : [],
  )
  return gaps.length > 0 ? bothOf(gaps) : undefined
}

const binary = (run: Run, node: Of<"binary">): Explanation => {
  const parts = [visit(run, node.left), visit(run, node.right)] as const
  const [left, right] = [parts[0].value, parts[1].value]
  if (node.sign === "&&") return { node, value: and(left as Truth, right as Truth), parts }
  if (node.sign === "||") return { node, value: or(left as Truth, right as Truth), parts }
  // What is found in a list is in it, whatever else it holds.
  if (node.sign === "in" && !isUnknown(left) && !isUnknown(right)) {
    run.steps += (right as readonly Known[]).length
    if ((right as readonly Known[]).includes(left)) return { node, value: true, parts }
  }
  const gap = allKnown(parts)
  if (gap) return { node, value: gap, parts }
  const isByZero = (node.sign === "/" || node.sign === "%") && right === 0
  const value = isByZero ? undefined : binaryValue(node.sign, left as Known, right as Known)
  return { node, value: value ?? none(isByZero ? "division-by-zero" : "out-of-range", node), parts }
}

const call = (run: Run, node: Of<"call">): Explanation => {
  const { name, args } = node
  if (literalNamed(name) !== undefined)
    return { node, value: written(name, args)?.value ?? none("out-of-range", node), parts: [] }
  if (name === "known") return { node, value: args[0] !== undefined && lookUp(run, args[0]) !== undefined, parts: [] }
  const parts = args.map((arg) => visit(run, arg))
  const gap = allKnown(parts)
  const definition = functions[name]
  if (gap || definition === undefined) return { node, value: gap ?? none("out-of-range", node), parts }
  const values = parts.map(({ value }) => value as Known)
  run.steps += definition.cost?.(values) ?? 0
  const value = definition.apply(values, run.types.get(node) ?? boolean)
  return { node, value: value ?? none("out-of-range", node), parts }
}

const overElements = (run: Run, node: Of<"loop">): Explanation => {
  const list = visit(run, node.list)
  if (isUnknown(list.value)) return { node, value: list.value, parts: [list] }
  const elements = list.value as readonly Known[]
  const gathered = gather(node.loop, elements)
  const outer = run.each
  for (const [element, value] of elements.entries()) {
    if (run.steps > limits.steps) break
    run.each = { name: node.each, value }
    gathered.take({ ...visit(run, node.body), element })
  }
  if (outer) run.each = outer
  else delete run.each
  const { value, parts } = gathered.end()
  return { node, value, parts: [list, ...parts] }
}
