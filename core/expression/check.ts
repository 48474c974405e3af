import { isRefusal, type Refusal } from "#core/refusal"
import { functions, typesOf, usageOf } from "./functions.ts"
import { literalNamed, written } from "./literals.ts"
import type { Node, Span } from "./node.ts"
import { binaryType } from "./operators.ts"
import { parse } from "./parse.ts"
import { type Complaint, type ComplaintReason, refuseExpression } from "./refusal.ts"
import { boolean, isSame, nameOf, number, type Type, text, type Variables } from "./types.ts"

/** An expression that may be stored and evaluated: every name known, every type right, its cost bounded. */
export type Checked = Readonly<{
  source: string
  node: Node
  type: Type
  uses: readonly string[]
  types: ReadonlyMap<Node, Type>
}>

/** Checks an expression as it is saved, and again as it is read. `gives` is what it has to give: a condition gives a boolean. */
export const checkExpression = (
  source: string,
  variables: Variables,
  gives: Type,
): Checked | Refusal<"expression-refused"> => {
  const node = parse(source)
  if (!("op" in node)) return refuseExpression(node)
  const checker: Checker = { variables, complaints: [], uses: new Set(), types: new Map(), source }
  const type = typeOf(checker, node, { names: variables, isInLoop: false })
  if (type !== undefined && !isSame(type, gives)) complain(checker, node, "wrong-result", nameOf(gives), nameOf(type))
  if (checker.complaints.length > 0 || type === undefined) return refuseExpression(checker.complaints)
  return { source, node, type, uses: [...checker.uses].sort(), types: checker.types }
}

/** The same for what is known to be right: a definition of ours. */
export const mustCheck = (source: string, variables: Variables, gives: Type): Checked => {
  const checked = checkExpression(source, variables, gives)
  if (isRefusal(checked)) throw new TypeError(`${source}: ${JSON.stringify(checked.detail)}`)
  return checked
}

type Checker = {
  variables: Variables
  complaints: Complaint[]
  uses: Set<string>
  types: Map<Node, Type>
  source: string
}
type Scope = Readonly<{ names: Variables; isInLoop: boolean }>

const complain = (
  { complaints, source }: Checker,
  { from, to }: Span,
  reason: ComplaintReason,
  expected: string,
  found = source.slice(from, to),
): undefined => {
  complaints.push({ reason, from, to, expected, found: found.slice(0, 80) })
}

/** The type of a node; undefined where that was complained about already. */
const typeOf = (checker: Checker, node: Node, scope: Scope): Type | undefined => {
  const sub = (part: Node) => typeOf(checker, part, scope)
  switch (node.op) {
    case "literal":
      return typeof node.value === "number" ? number : typeof node.value === "boolean" ? boolean : text
    case "name":
      return named(checker, node, scope)
    case "field":
      return fieldOf(checker, node, sub(node.of))
    case "not":
      return wants(checker, node.of, sub(node.of), boolean)
    case "negative": {
      const type = sub(node.of)
      const isAmount = type === undefined || ["number", "money", "rate"].includes(type.kind)
      return isAmount ? type : complain(checker, node.of, "wrong-type", "a number, money or a rate", nameOf(type))
    }
    case "binary":
      return binary(checker, node, sub(node.left), sub(node.right))
    case "choose":
      return choice(checker, node, sub)
    case "list":
      return listOf(checker, node, sub)
    case "call":
      return call(checker, node, sub)
    case "loop":
      return loop(checker, node, scope)
  }
}

type Sub = (part: Node) => Type | undefined
type Of<Op extends Node["op"]> = Extract<Node, { op: Op }>

const named = (checker: Checker, node: Of<"name">, { names }: Scope): Type | undefined => {
  const type = Object.hasOwn(names, node.name) ? names[node.name] : undefined
  if (type === undefined) return complain(checker, node, "unknown-name", Object.keys(names).join(", "))
  if (Object.hasOwn(checker.variables, node.name) && checker.variables[node.name] === type) checker.uses.add(node.name)
  return type
}

const fieldOf = (checker: Checker, node: Of<"field">, of: Type | undefined): Type | undefined => {
  if (of === undefined) return undefined
  if (of.kind !== "record") return complain(checker, node, "wrong-type", "something with fields", nameOf(of))
  const type = Object.hasOwn(of.fields, node.name) ? of.fields[node.name] : undefined
  return type ?? complain(checker, node, "unknown-field", Object.keys(of.fields).join(", "), node.name)
}

const wants = (checker: Checker, node: Node, type: Type | undefined, wanted: Type): Type | undefined =>
  type === undefined || isSame(type, wanted)
    ? type
    : complain(checker, node, "wrong-type", nameOf(wanted), nameOf(type))

/** A text that is written out beside a choice has to be one of its values. */
const isListed = (checker: Checker, node: Node, of: Type | undefined): boolean => {
  if (of?.kind !== "choice") return true
  if (node.op === "list") return node.items.map((item) => isListed(checker, item, of)).every(Boolean)
  if (node.op !== "literal" || of.of.includes(String(node.value))) return true
  complain(checker, node, "not-one-of", of.of.join(", "))
  return false
}

const binary = (
  checker: Checker,
  node: Of<"binary">,
  left: Type | undefined,
  right: Type | undefined,
): Type | undefined => {
  if (left === undefined || right === undefined) return undefined
  const found = binaryType(node.sign, left, right)
  if (typeof found === "object") {
    const isRight = isListed(checker, node.right, left) && isListed(checker, node.left, right)
    return isRight ? found : undefined
  }
  const both = `${nameOf(left)} ${node.sign} ${nameOf(right)}`
  const isMoney = left.kind === "money" || right.kind === "money"
  return isMoney && "+-*/%".includes(node.sign)
    ? complain(
        checker,
        node,
        "money-by-number",
        "share(money, rate), ratio(money, money), or + and - in one currency",
        both,
      )
    : complain(checker, node, "wrong-type", found, both)
}

const choice = (checker: Checker, node: Of<"choose">, sub: Sub): Type | undefined => {
  const condition = wants(checker, node.condition, sub(node.condition), boolean)
  const [yes, no] = [sub(node.yes), sub(node.no)]
  if (yes === undefined || no === undefined || condition === undefined) return undefined
  return isSame(yes, no) ? yes : complain(checker, node.no, "wrong-type", nameOf(yes), nameOf(no))
}

const listOf = (checker: Checker, node: Of<"list">, sub: Sub): Type | undefined => {
  const [first, ...others] = node.items
  const type = first && sub(first)
  if (first === undefined) return complain(checker, node, "not-a-value", "at least one element")
  if (type === undefined) return undefined
  const found = others.map((item) => wants(checker, item, sub(item), type))
  return found.includes(undefined) ? undefined : { kind: "list", of: type }
}

const call = (checker: Checker, node: Of<"call">, sub: Sub): Type | undefined => {
  const { name, args } = node
  const literal = literalNamed(name)
  if (literal !== undefined) return written(name, args)?.type ?? complain(checker, node, "not-a-value", literal)
  if (name === "known") {
    const [arg, more] = args
    const isName = more === undefined && (arg?.op === "name" || arg?.op === "field")
    return isName ? sub(arg) && boolean : complain(checker, node, "wrong-type", "known(name)")
  }
  const definition = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (definition === undefined)
    return complain(checker, node, "unknown-function", [...Object.keys(functions), "known"].join(", "), name)
  const types = args.flatMap((arg) => sub(arg) ?? [])
  if (types.length < args.length) return undefined
  const type = definition.gives(types)
  if (type === undefined) return complain(checker, node, "wrong-type", usageOf(name), typesOf(types))
  checker.types.set(node, type)
  return type
}

/** One loop, none inside another: a loop costs as much as its list is long, two as much as its square. */
const loop = (checker: Checker, node: Of<"loop">, scope: Scope): Type | undefined => {
  if (scope.isInLoop) return complain(checker, node, "nested-loop", "one loop, none inside another")
  // What it goes over may come of a loop itself: that one is done before, once.
  const list = typeOf(checker, node.list, scope)
  if (list === undefined) return undefined
  if (list.kind !== "list") return complain(checker, node.list, "wrong-type", "a list", nameOf(list))
  if (Object.hasOwn(scope.names, node.each))
    return complain(checker, node, "not-a-value", "a name of its own for each element", node.each)
  const body = typeOf(checker, node.body, { names: { ...scope.names, [node.each]: list.of }, isInLoop: true })
  if (node.loop === "map") return body && { kind: "list", of: body }
  const condition = wants(checker, node.body, body, boolean)
  return condition && (node.loop === "filter" ? list : boolean)
}
