import type { WordParagraph } from "#core/wordParagraphs"
import type { AgreementText } from "./clause.ts"
import { isOutdated, rebaseChange } from "./outdated.ts"
import { type ClauseChange, changesOf } from "./proposed.ts"
import { readText, type Version } from "./wordText.ts"

/** A change that came with a file, and whether the file itself marks it: nobody can be trusted to have marked all. */
export type FileChange = Readonly<{ change: ClauseChange; isMarked: boolean }>

/** What a file says otherwise than the version it was made of: what it does not mark first. */
export type ComparedFile = Readonly<{
  changes: readonly FileChange[]
  /** With all of them. */
  text: AgreementText
  head: readonly string[]
  commentsIn: ReadonlyMap<string, string>
}>

/**
 * A file against the version it was made of. With every marked change rejected it should be that version: whatever differs then was
 * changed without a mark. The marked changes are laid upon the version, each by itself; where one cannot be told apart from an
 * unmarked one, because both touch the same words, they are one change, and not a marked one.
 */
export const comparedFile = (paragraphs: readonly WordParagraph[], version: Version): ComparedFile => {
  const { base } = version
  const [before, after] = [readText(paragraphs, "before", version), readText(paragraphs, "after", version)]
  const { marked, mixed } = laidUpon(base, before.text, after.text)
  const unmarked = changesOf(base, before.text).filter(({ key }) => !mixed.has(key))
  const both = mixed.size === 0 ? [] : changesOf(base, after.text).filter(({ key }) => mixed.has(key))
  return {
    changes: [
      ...[...unmarked, ...both].map((change) => ({ change, isMarked: false })),
      ...marked.filter(({ key }) => !mixed.has(key)).map((change) => ({ change, isMarked: true })),
    ],
    ...{ text: after.text, head: after.head },
    commentsIn: new Map([...before.commentsIn, ...after.commentsIn]),
  }
}

const laidUpon = (base: AgreementText, before: AgreementText, after: AgreementText) => {
  const changes = changesOf(before, after)
  const inserted = new Set(changes.flatMap(({ kind, key }) => (kind === "insert" ? [key] : [])))
  const marked: ClauseChange[] = []
  const mixed = new Set<string>()
  for (const change of changes) {
    const standsBehindNew =
      (change.kind === "insert" || change.kind === "move") && change.place !== null && inserted.has(change.place)
    if (standsBehindNew || !isOutdated(change, before, base)) {
      marked.push(change)
      continue
    }
    const { both, mine, whyNotBoth } = rebaseChange(change, before, base)
    const chosen = both ?? (change.kind === "delete" && whyNotBoth === "nothing-to-merge" ? mine : null)
    if (chosen === null) mixed.add(change.key)
    else marked.push(chosen)
  }
  return { marked, mixed }
}
