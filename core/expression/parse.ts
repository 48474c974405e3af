import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js"
import { limits } from "./limits.ts"
import { type Loop, loops, type Node, type Span } from "./node.ts"
import type { Complaint } from "./refusal.ts"

/*
 * The text is read by a library that knows the Common Expression Language (CEL, https://cel.dev): its grammar, its limits on
 * size and depth, positions of what stands where. Checking and evaluating are ours (check.ts, evaluate.ts), because we need what CEL does
 * not have: a third truth value for what is not known, an explanation, a bound on the cost, and money that is no number.
 */
const reader = new Environment({
  unlistedVariablesAreDyn: true,
  limits: {
    maxAstNodes: limits.nodes,
    maxDepth: limits.depth,
    maxListElements: limits.listed,
    maxMapEntries: 0,
    maxCallArguments: 8,
  },
})

/** The expression as it was read, or what is wrong with it. */
export const parse = (source: string): Node | readonly Complaint[] => {
  if (source.length > limits.source)
    return [{ reason: "too-long", from: limits.source, to: source.length, found: "", expected: String(limits.source) }]
  try {
    const complaints: Complaint[] = []
    const node = read(reader.parse(source).ast, source, complaints)
    return complaints.length > 0 ? complaints : node
  } catch (fault) {
    if (!(fault instanceof ParseError)) throw fault
    return [complaintOf(fault, source)]
  }
}

const complaintOf = (fault: ParseError, source: string): Complaint => {
  const { start = 0, end = start } = fault.range ?? {}
  const at = { from: start, to: Math.max(end, start), found: source.slice(start, Math.max(end, start + 1)) }
  return fault.code === "limit_exceeded"
    ? { ...at, reason: "too-large", expected: fault.summary }
    : { ...at, reason: "syntax", expected: fault.summary }
}

const read = (ast: ASTNode, source: string, complaints: Complaint[]): Node => {
  const at: Span = { from: ast.start, to: ast.end }
  const sub = (part: ASTNode): Node => read(part, source, complaints)
  const refused: Refused = (expected) => {
    complaints.push({ reason: "not-offered", ...at, found: source.slice(at.from, at.to).slice(0, 80), expected })
    return { op: "literal", value: false, ...at }
  }
  switch (ast.op) {
    case "value":
      return literal(ast.args, at) ?? refused("a number, a text, true or false")
    case "id":
      return { op: "name", name: ast.args, ...at }
    case ".":
      return { op: "field", of: sub(ast.args[0]), name: ast.args[1], ...at }
    case "!_":
      return { op: "not", of: sub(ast.args), ...at }
    case "-_":
      return { op: "negative", of: sub(ast.args), ...at }
    case "?:": {
      const [condition, yes, no] = ast.args
      return { op: "choose", condition: sub(condition), yes: sub(yes), no: sub(no), ...at }
    }
    case "list":
      return { op: "list", items: ast.args.map(sub), ...at }
    case "call":
      return { op: "call", name: ast.args[0], args: ast.args[1].map(sub), ...at }
    case "rcall":
      return methodOf(ast.args, at, sub, refused)
    case "[]":
    case ".?":
    case "[?]":
    case "map":
      return refused("a name, a list, or an operation that is offered")
    default:
      return { op: "binary", sign: ast.op, left: sub(ast.args[0]), right: sub(ast.args[1]), ...at }
  }
}

type Refused = (expected: string) => Node
type Method = readonly [string, ASTNode, readonly ASTNode[]]

const methodOf = ([name, of, args]: Method, at: Span, sub: (part: ASTNode) => Node, refused: Refused): Node => {
  // A pattern can be made to run for ever on a text of thirty signs.
  if (name === "matches") return refused("contains, startsWith or endsWith")
  if (!isLoop(name)) return { op: "call", name, args: [sub(of), ...args.map(sub)], ...at }
  const [each, body, more] = args
  if (each?.op !== "id" || body === undefined || more !== undefined) return refused(`${name}(each, condition)`)
  return { op: "loop", loop: name, list: sub(of), each: each.args, body: sub(body), ...at }
}

const isLoop = (name: string): name is Loop => (loops as readonly string[]).includes(name)

/** There is one kind of number: 5 is 5.0. */
const literal = (value: unknown, at: Span): Node | undefined => {
  if (typeof value === "bigint") return { op: "literal", value: Number(value), ...at }
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string"
    ? { op: "literal", value, ...at }
    : undefined
}
