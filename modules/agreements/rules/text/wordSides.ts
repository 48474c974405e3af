import type { WordParagraph, WordRun } from "#core/wordParagraphs"

export type Side = "before" | "after"
/** A paragraph as it stands on one side of the changes that the file marks. */
export type PlainParagraph = Readonly<Pick<WordParagraph, "heading" | "list" | "bookmarks" | "runs">> &
  /** `at` is its place in the file, on either side. */
  Readonly<{ comments: readonly string[]; at: number }>

/**
 * The paragraphs of one side: `before` with every marked change rejected, `after` with all of them accepted. Where the end of a
 * paragraph is not there, its words go on in the next one, which then is the paragraph (ECMA-376, 17.13.5.15); what has neither
 * words nor an end is not there at all.
 */
export const sideOf = (paragraphs: readonly WordParagraph[], side: Side): PlainParagraph[] => {
  const found: PlainParagraph[] = []
  let open: { runs: WordRun[]; bookmarks: string[]; comments: string[] } = { runs: [], bookmarks: [], comments: [] }
  for (const [at, { heading, list, bookmarks, runs, end, comments = [] }] of paragraphs.entries()) {
    open.runs.push(...runs.filter((run) => run[side]))
    open.bookmarks.push(...bookmarks)
    open.comments.push(...comments)
    if (!end[side]) continue
    found.push({ heading, list, ...open, at })
    open = { runs: [], bookmarks: [], comments: [] }
  }
  const last = paragraphs.at(-1)
  if (last !== undefined && open.runs.length > 0)
    found.push({ heading: last.heading, list: last.list, ...open, at: paragraphs.length - 1 })
  return found
}
