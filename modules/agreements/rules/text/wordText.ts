import type { WordParagraph } from "#core/wordParagraphs"
import type { AgreementText, Clause } from "./clause.ts"
import { mergedClause } from "./merged.ts"
import { isSameClause } from "./proposed.ts"
import { contentOf, type IsShown, type ReadClause, type ReadInline, type ReadLine, readClauses } from "./wordClauses.ts"
import { keysOf } from "./wordKeys.ts"
import { type Show, wordParagraphs } from "./wordParagraphs.ts"
import { type Side, sideOf } from "./wordSides.ts"
import { isSameShown, valuesIn } from "./wordValues.ts"

/** What a file says on one side of its marked changes. */
export type ReadText = Readonly<{
  text: AgreementText
  /** What stands above the first clause. */
  head: readonly string[]
  /** In which clause each comment was made, by its key. */
  commentsIn: ReadonlyMap<string, string>
}>

/** A version, with how its values are written, and names for clauses that are new in a file, by where they stand there. */
export type Version = Readonly<{ base: AgreementText; show: Show; keyAt: (at: number) => string }>

const written = (content: readonly ReadInline[]): string =>
  JSON.stringify(
    content.reduce<[string, string][]>((row, inline) => {
      const [text, look] =
        inline.type === "place"
          ? [inline.place.shown, ""]
          : inline.type === "text"
            ? [inline.text, JSON.stringify(inline.marks ?? [])]
            : ["\n", ""]
      const last = row.at(-1)
      if (last?.[1] === look) last[0] += text
      else row.push([text, look])
      return row
    }, []),
  )

/** Other programs lose the places of values: a paragraph that says what the version's did is that one, with its places. */
const withPlaces = (read: readonly ReadLine[], own: readonly ReadLine[] = []): ReadLine[] => {
  const known = new Map(
    own
      .filter(({ content }) => content.some(({ type }) => type === "place"))
      .map(({ content }) => [written(content), content]),
  )
  return read.map((line) =>
    line.content.some(({ type }) => type === "place")
      ? line
      : { ...line, content: known.get(written(line.content)) ?? line.content },
  )
}

type Keyed = Readonly<{ key: string; read: ReadClause }>

const keyed = (read: readonly ReadClause[], { base, keyAt }: Pick<Version, "base" | "keyAt">): Keyed[] => {
  const keys = keysOf(read, base)
  return read.map((clause, at) => ({ key: keys[at] ?? keyAt(clause.at), read: clause }))
}

/** The version as its own file would be read, before anybody has touched that: only what differs from it is somebody's change. */
const untouched = (version: Version): ReadonlyMap<string, Keyed> => {
  const { clauses } = readClauses(sideOf(wordParagraphs(version.base, version.show), "after"))
  return new Map(keyed(clauses, version).map((each) => [each.key, each]))
}

const clauseOf = ({ key, read: { heading, level } }: Keyed, lines: readonly ReadLine[], isShown: IsShown): Clause => ({
  ...{ key, heading, level },
  content: contentOf(lines, isShown),
})

/**
 * The words of one side of a file, as clauses of the version that it was made of. A clause that nobody touched is the version's, to the
 * letter, whatever a file cannot hold of it.
 */
export const readText = (paragraphs: readonly WordParagraph[], side: Side, version: Version): ReadText => {
  const { base, show } = version
  const { head, clauses: read } = readClauses(sideOf(paragraphs, side))
  const own = untouched(version)
  const lined = keyed(read, version).map((each) => ({
    each,
    lines: withPlaces(each.read.lines, own.get(each.key)?.read.lines),
  }))
  const terms = valuesIn(
    lined.flatMap(({ lines }) => lines),
    base.terms,
    show,
  )
  const isShown: IsShown = ({ kind, shown }) => isSameShown(shown, show(kind, terms[kind]))
  const isShownHere: IsShown = ({ kind, shown }) => isSameShown(shown, show(kind, base.terms[kind]))
  const was = new Map(base.clauses.map((clause) => [clause.key, clause]))
  const clauses = lined.map(({ each, lines }): Clause => {
    const [now, before, unread] = [clauseOf(each, lines, isShown), was.get(each.key), own.get(each.key)]
    if (before === undefined || unread === undefined) return now
    const asRead = clauseOf(unread, unread.read.lines, isShownHere)
    if (isSameClause(now, asRead)) return before
    return isSameClause(asRead, before) ? now : (mergedClause(asRead, now, before) ?? now)
  })
  return {
    text: { clauses, terms },
    head,
    commentsIn: new Map(lined.flatMap(({ each }) => each.read.comments.map((id) => [id, each.key] as const))),
  }
}
