import type { Plugin } from "vite"

/*
 * Pages call and never validate: of a contract they read an endpoint's method, path, scope and topics. What it refuses
 * with they fetch in their reader's language (`texts.ts`). Shapes and sentences are nearly all of a contract's text, and every
 * page would carry those of all modules it calls.
 */
const ofContract = /[\\/]modules[\\/][^\\/]+[\\/](contract\.ts|contract[\\/]\w+\.ts)$/
const pure = /[\\/](core|modules)[\\/].*\.ts$/

/** What an endpoint declares that no page reads. */
const unread = new Set(["summary", "params", "query", "input", "output", "refusals"])

type Node = Readonly<{ type: string; start: number; end: number }> & Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode)

/** The outermost nodes below one that something holds for. */
const outermost = (node: Node, holds: (node: Node) => boolean): readonly Node[] =>
  holds(node) ? [node] : childrenOf(node).flatMap((each) => outermost(each, holds))

const nameOf = (node: unknown): unknown => (isNode(node) ? node.name : undefined)

/** A piece of the text, and what stands there instead. */
type Change = Readonly<{ start: number; end: number; text: string }>

const withoutShapes = (program: Node): readonly Change[] => {
  const properties = outermost(program, ({ type, key }) => type === "Property" && unread.has(String(nameOf(key))))
  const lists = outermost(
    program,
    ({ type, callee }) => type === "CallExpression" && nameOf(callee) === "attentionShape",
  )
  return [
    ...properties.map(({ start, end, key }) => ({ start, end, text: `${nameOf(key)}: undefined` })),
    ...lists
      .flatMap((call) => (call.arguments as readonly Node[]).slice(1, 2))
      .map(({ start, end }) => ({ start, end, text: "undefined" })),
  ]
}

/** What is reckoned where a file begins changes nothing else, so that what no page names can be left out. */
const reckonedWhenNamed = (program: Node): readonly Change[] =>
  (program.body as readonly Node[])
    .map((each) => (isNode(each.declaration) ? each.declaration : each))
    .flatMap(({ type, declarations }) => (type === "VariableDeclaration" ? (declarations as readonly Node[]) : []))
    .flatMap(({ init }) => (isNode(init) && !/Function|Literal|Identifier/.test(init.type) ? [init] : []))
    .flatMap(({ start, end }) => [
      { start, end: start, text: "/* @__PURE__ */ (() => (" },
      { start: end, end, text: "))()" },
    ])

const changed = (source: string, changes: readonly Change[]): string =>
  changes
    .toSorted((one, other) => other.start - one.start || other.end - one.end)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), source)

/** Leaves out of contracts what only the server reads, and of the rules what no page names. */
export const contractsForPages: Plugin = {
  name: "keelson-contracts-for-pages",
  apply: "build",
  transform: {
    filter: { id: pure },
    handler(source, id) {
      const program = this.parse(source) as unknown as Node
      const changes = [...(ofContract.test(id) ? withoutShapes(program) : []), ...reckonedWhenNamed(program)]
      // None of them does anything by being read: one of which nothing is used brings nothing it imports either.
      return { code: changed(source, changes), map: null, moduleSideEffects: false }
    },
  },
}
