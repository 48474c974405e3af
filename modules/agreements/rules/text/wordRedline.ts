import { came, cameAndWent, type Standing, stays, type WordParagraph, type WordRun, went } from "#core/wordParagraphs"
import type { AgreementText, Terms } from "./clause.ts"
import { redline } from "./redline.ts"
import type { ClauseLine, Segment } from "./redlineShape.ts"
import { bookmarkOf, type Count, counter, listNames, runOf, type Show, wordParagraphs } from "./wordParagraphs.ts"

type Values = Readonly<{ before: Terms; after: Terms }>
type Said = Readonly<{ values: Values; show: Show; count: Count }>

const runsOf = (segment: Segment, side: "before" | "after", standing: Standing, { values, show, count }: Said) =>
  segment[side].map((inline): WordRun => ({ ...runOf(inline, values[side], show, count), ...standing }))

/** What became of words: whatever is not just the same goes out and comes in, so that rejecting all of it gives the version back to the letter. */
const segmentRuns = (segment: Segment, said: Said): WordRun[] =>
  segment.kind === "same"
    ? runsOf(segment, "after", stays, said)
    : [...runsOf(segment, "before", went, said), ...runsOf(segment, "after", came, said)]

const standingOf = (before: unknown, after: unknown): Standing =>
  before === null ? came : after === null ? went : stays

/** A clause that stays in its place, came or went, word by word. */
const lineParagraphs = (line: ClauseLine, at: number, said: Said): WordParagraph[] => {
  const listOf = listNames(said.count)
  return [
    {
      ...{ heading: (line.after ?? line.before)?.level ?? 1, list: null, bookmarks: [bookmarkOf(line.key, at)] },
      runs: line.heading.flatMap((segment) => segmentRuns(segment, said)),
      end: standingOf(line.before, line.after),
    },
    ...line.rows.map(
      ({ before, after, segments }): WordParagraph => ({
        ...{ heading: 0, list: listOf(after ?? before ?? []), bookmarks: [], end: standingOf(before, after) },
        runs: segments.flatMap((segment) => segmentRuns(segment, said)),
      }),
    ),
  ]
}

/** Where a clause was: all of it as it was, moved away. */
const movedAway = (paragraphs: readonly WordParagraph[]): WordParagraph[] =>
  paragraphs.map((paragraph) => ({
    ...{ ...paragraph, end: went, isMoved: true },
    runs: paragraph.runs.map((run) => ({ ...run, ...went })),
  }))

/** Where it is: what stayed in it came with it, and what was changed besides is marked word by word, so that no move hides a change. */
const movedHere = (paragraphs: readonly WordParagraph[]): WordParagraph[] =>
  paragraphs.map((paragraph) => ({
    ...{ ...paragraph, end: paragraph.end.after ? came : cameAndWent, isMoved: true },
    runs: paragraph.runs.map((run) => ({
      ...{ ...run, ...(run.after ? came : cameAndWent) },
      ...(run.before || !run.after ? {} : { isBesides: true }),
    })),
  }))

/** The clause by itself, with the number of places that were counted for it. */
const alone = (text: AgreementText, key: string, show: Show): WordParagraph[] =>
  wordParagraphs({ ...text, clauses: text.clauses.filter((clause) => clause.key === key) }, show)

type Part = Readonly<{ key: string; paragraphs: readonly WordParagraph[]; isStaying: boolean }>

/** Who changed a clause last, for the marks on it. */
export type By = (key: string) => WordParagraph["by"]

/**
 * What became of one version in another, as changes that Word marks: all accepted it is the later one, all rejected the earlier.
 * A clause that moved is marked as moved where it was and where it is.
 */
export const redlinedParagraphs = (
  before: AgreementText,
  after: AgreementText,
  show: Show,
  by: By,
): WordParagraph[] => {
  const lines = redline(before, after)
  const said: Said = { values: lines.values, show, count: counter() }
  const parts: Part[] = lines.clauses
    .filter(({ state }) => state !== "deleted")
    .map((line, at) => ({
      ...{ key: line.key, isStaying: line.before !== null && !line.isMoved },
      paragraphs: line.isMoved ? movedHere(lineParagraphs(line, at, said)) : lineParagraphs(line, at, said),
    }))
  const known = new Map(lines.clauses.map((line) => [line.key, line]))
  let at = 0
  // What went, and where what moved was: in the order of the earlier version, between what stayed.
  for (const [place, { key }] of before.clauses.entries()) {
    const line = known.get(key)
    const stayed = parts.findIndex((part) => part.key === key && part.isStaying)
    if (stayed >= 0) at = stayed + 1
    else if (line !== undefined) {
      const paragraphs = line.isMoved ? movedAway(alone(before, key, show)) : lineParagraphs(line, place, said)
      parts.splice(at, 0, { key, paragraphs, isStaying: false })
      at += 1
    }
  }
  return numbered(parts.flatMap(({ key, paragraphs }) => paragraphs.map((each) => signed(each, by(key)))))
}

const signed = (paragraph: WordParagraph, by: WordParagraph["by"]): WordParagraph =>
  by === undefined ? paragraph : { ...paragraph, by }

/** Places and lists of clauses that were made apart have the same names: each is named anew, in the order of the file. */
const numbered = (paragraphs: readonly WordParagraph[]): WordParagraph[] => {
  const count = counter()
  let names = new Map<string, string>()
  return paragraphs.map((paragraph) => {
    // No list goes on beyond a heading.
    if (paragraph.heading > 0) names = new Map()
    const { list } = paragraph
    if (list !== null && !names.has(list.id)) names.set(list.id, `${count()}`)
    return {
      ...paragraph,
      list: list === null ? null : { ...list, id: names.get(list.id) ?? "" },
      runs: paragraph.runs.map((run) => (run.place ? { ...run, place: { ...run.place, nth: count() } } : run)),
    }
  })
}
