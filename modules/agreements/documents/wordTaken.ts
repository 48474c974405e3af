import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import { leftKinds } from "#platform/documents/word/bodyReader"
import { readWord } from "#platform/documents/word/readWord"
import { newId } from "#platform/ids"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { clauseShape } from "../contract.ts"
import { type AgreementText, comparedFile, decideText, type FileChange } from "../rules.ts"
import * as store from "../store.ts"
import { headHash, showIn } from "./word.ts"
import { versionNamedIn } from "./wordMade.ts"

/** What a file holds and no clause can: counted, so that nothing of it is lost in silence. */
export const keptInFile = [...leftKinds, "head"] as const
export type KeptInFile = Readonly<Record<(typeof keptInFile)[number], number>>

/** A Word file beside the version that it was made of. */
export type FileAgainst = Readonly<{
  number: number
  base: AgreementText
  changes: readonly FileChange[]
  /** With the clause that each was made in; null above the first one. */
  comments: readonly Readonly<{ author: string; text: string; key: string | null }>[]
  left: KeptInFile
}>

type Unfit =
  | "word-file-unreadable"
  | "word-file-too-large"
  | "word-file-foreign"
  | "word-file-of-another"
  | "word-file-with-changes"
  | "word-clause-too-long"

/** Compares a file that somebody sent with the version that it says it was made of. Nothing comes of it yet. */
export const againstVersion = async (
  tx: WorkspaceTx,
  platform: Pick<ActPlatform, "texts">,
  draftId: Id,
  content: Parameters<typeof readWord>[0],
): Promise<FileAgainst | Refusal<Unfit | "clause-key-doubled" | "text-too-long">> => {
  const file = await readWord(content)
  if (typeof file === "string") return refuse(file === "too-large" ? "word-file-too-large" : "word-file-unreadable")
  const { paragraphs, properties, comments, left } = file
  const made = versionNamedIn(
    properties,
    paragraphs.flatMap(({ bookmarks }) => bookmarks),
  )
  if (made === undefined) return refuse("word-file-foreign")
  if (made.draftId !== draftId) return refuse("word-file-of-another")
  if (made.isRedline) return refuse("word-file-with-changes")
  const version = await store.versionNumbered(tx, draftId, made.number)
  if (version === undefined || (made.hash !== undefined && made.hash !== version.hash))
    return refuse("word-file-foreign", { number: made.number })
  const suffix = newId().slice(-8)
  const { text: base } = version
  const show = showIn(platform, made.locale ?? "en")
  const { changes, text, head, commentsIn } = comparedFile(paragraphs, {
    ...{ base, show },
    keyAt: (at) => `word-${at}-${suffix}`,
  })
  const fits = decideText(text)
  if (fits !== true) return fits
  const tooLong = changes.find(
    ({ change }) => change.kind !== "term" && change.after !== null && !clauseShape.safeParse(change.after).success,
  )
  if (tooLong !== undefined) return refuse("word-clause-too-long", { clause: tooLong.change.key })
  return {
    ...{ number: made.number, base, changes },
    comments: comments.map(({ id, author, text: words }) => ({
      ...{ author, text: words, key: commentsIn.get(id) ?? null },
    })),
    left: { ...left, head: made.head === undefined || made.head === headHash(head) ? 0 : 1 },
  }
}
