import type { RemarkKind } from "#core/importable/remark"
import type {
  Addition,
  ImportAddition,
  Importable,
  ImportContext,
  ImportHold,
  ImportKind,
  ImportTable,
} from "#platform/importable"
import type { Platform } from "#platform/platform"
import { type KnownHeaders, knownHeadersOf, reasons, remarks } from "./rules.ts"

/** Everything that can be imported here: what the modules contributed, put together. */
export type Catalogue = Readonly<{
  kinds: readonly ImportKind[]
  findKind(kind: string): ImportKind | undefined
  /** In the order in which they refer to each other. */
  tables: readonly ImportTable[]
  holds: readonly ImportHold[]
  /** Every reason why a row or a file is not taken, by its code. */
  reasons: Readonly<Record<string, string>>
  /** Everything that is told of a file before it is written, by its code. */
  remarks: Readonly<Record<string, RemarkKind>>
  knownHeaders: KnownHeaders
}>

const catalogues = new WeakMap<Platform["contributed"], Catalogue>()

/** Put together once per server. */
export const catalogueOf = ({ contributed }: Pick<Platform, "contributed">): Catalogue => {
  const known = catalogues.get(contributed)
  if (known) return known
  const made = collect(contributed.importable)
  catalogues.set(contributed, made)
  return made
}

const collect = (importable: readonly Partial<Importable>[]): Catalogue => {
  const additions = importable.flatMap((each) => each.additions ?? [])
  const own = importable.flatMap((each) => each.kinds ?? [])
  const byName = new Map(own.map((each) => [each.kind, withAdditions(each, additions)]))
  const tables = importable.flatMap((each) => each.tables ?? [])
  expectEach(own.map(({ kind }) => kind))
  expectEach(tables.map(({ name }) => name))
  for (const { kind } of additions)
    if (!byName.has(kind)) throw new TypeError(`something is added to files of ${kind}, which no module imports`)
  const kinds = [...byName.values()]
  return {
    kinds,
    findKind: (kind) => byName.get(kind),
    tables,
    holds: importable.flatMap((each) => each.holds ?? []),
    reasons: Object.assign({}, reasons, ...importable.map((each) => each.reasons ?? {})),
    remarks: Object.assign({}, remarks, ...importable.map((each) => each.remarks ?? {})),
    knownHeaders: knownHeadersOf(kinds),
  }
}

const expectEach = (names: readonly string[]): void => {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new TypeError(`two modules contribute ${twice} to what can be imported`)
}

/** A kind with what higher modules read from its files and make of it. */
const withAdditions = (kind: ImportKind, all: readonly ImportAddition[]): ImportKind => {
  const additions = all.filter((each) => each.kind === kind.kind)
  if (additions.length === 0) return kind
  const parts = [kind, ...additions]
  return {
    kind: kind.kind,
    fields: parts.flatMap(({ fields }) => fields),
    inOrder: parts.flatMap(({ inOrder = [] }) => inOrder),
    oneOf: parts.flatMap(({ oneOf = [] }) => oneOf),
    example: Object.assign({}, ...parts.map(({ example }) => example)),
    open: (context) => openAll(kind, additions, context),
  }
}

const openAll = async (kind: ImportKind, additions: readonly ImportAddition[], context: ImportContext) => {
  const record = await kind.open(context)
  const opened: Addition[] = []
  for (const addition of additions) opened.push(await addition.open(context))
  return (row: Parameters<typeof record>[0]) => {
    const outcome = record(row)
    if (typeof outcome === "object" && "recorded" in outcome)
      for (const add of opened) add(row, outcome.recorded, false)
    if (typeof outcome === "object" && "known" in outcome) for (const add of opened) add(row, outcome.known, true)
    return outcome
  }
}
