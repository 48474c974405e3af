import type { Explanation } from "./explanation.ts"
import { isUnknown, type Value } from "./types.ts"

/** The values of the names below a part of an expression: what a comparison compared. */
export type Seen = Readonly<{ name: string; value: Value }>

/** One reason for an answer: what stands in the text, what it came to, and the values it was made of. */
export type Reason = Readonly<{ text: string; value: Value; seen: readonly Seen[]; element?: number }>

/**
 * Why a condition is what it is: of `a && b` that is false those that are false, of `a || b` that is true those that are true, and so
 * on down to what is neither; what did not decide is no reason. At most twenty.
 */
export const reasonsFor = (explanation: Explanation, source: string): readonly Reason[] =>
  decisive(explanation)
    .slice(0, mostReasons)
    .map((part) => ({
      text: source.slice(part.node.from, part.node.to),
      value: part.value,
      seen: namesBelow(part),
      ...(part.element === undefined ? {} : { element: part.element }),
    }))

const mostReasons = 20

const decisive = (explanation: Explanation): readonly Explanation[] => {
  const { node, value, parts } = explanation
  if (node.op === "not") return parts.flatMap(decisive)
  if (node.op === "choose") return parts.flatMap(decisive)
  if (node.op !== "binary" || (node.sign !== "&&" && node.sign !== "||")) return [explanation]
  // What is as the whole is: false of a false "and", true of a true "or", not known of what is not known; else all of them.
  const alike = parts.filter((part) => (isUnknown(value) ? isUnknown(part.value) : part.value === value))
  return alike.flatMap(decisive)
}

const namesBelow = ({ node, value, parts }: Explanation): readonly Seen[] => {
  if (node.op === "name") return [{ name: node.name, value }]
  if (node.op === "field") return [{ name: pathOf(node), value }]
  const seen = new Map(parts.flatMap(namesBelow).map((each) => [each.name, each]))
  return [...seen.values()]
}

const pathOf = (node: Explanation["node"]): string =>
  node.op === "field" ? `${pathOf(node.of)}.${node.name}` : node.op === "name" ? node.name : "?"
