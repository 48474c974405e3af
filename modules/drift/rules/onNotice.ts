import { textKey } from "#core/textKey"
import type { DatedEvent } from "./finding.ts"
import { languages, type NoticeWords, withdrawn } from "./noticeWords.ts"

/** Was this act announced and agreed? Who keeps to what was agreed has not let go, whatever follows from it. */
export const isOnNotice = ({ kind, note = "" }: Pick<DatedEvent, "kind" | "note">): boolean => {
  const clauses = [kind, ...note.split(/[.,;:!?()\n\u2013\u2014]+/)].map(textKey)
  if (clauses.some((clause) => saidNot.test(clause))) return false
  return saidSo.test(clauses.join(" ")) || withdrawn.test(textKey(kind))
}

const anyOf = (rules: readonly string[]): RegExp => new RegExp(`\\b(?:${rules.join("|")})\\b`)

/** Said in one clause: not agreed, never properly announced, nothing of the kind; but "not only announced" is announced. */
const denials = ({ not, only, agreed, announced, breached }: NoticeWords): readonly string[] => [
  `(?:${not}) (?!(?:${only})\\b)(?:\\w+ ){0,3}?(?:${agreed}|${announced})`,
  ...breached,
]

/** Agreed, or announced some time ahead, in either order. */
const affirmations = ({ agreed, announced, ahead, early, onNotice }: NoticeWords): readonly string[] => [
  agreed,
  `(?:${announced}) (?:.* )?(?:${ahead})`,
  `(?:${early}) (?:\\w+ ){0,2}?(?:${announced})`,
  ...onNotice,
]

// Nobody says in which language a note is written: all are tried. Their words were chosen so that none means something else in another.
const saidNot = anyOf(languages.flatMap(denials))
const saidSo = anyOf(languages.flatMap(affirmations))
