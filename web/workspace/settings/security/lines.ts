import type { SecurityEntry } from "#contract/audit"

/** Like entries that follow each other, as one line of the list. */
export type Line = Readonly<{
  id: string
  kind: string
  person: SecurityEntry["person"]
  subjectName: string | null
  isRefused: boolean
  times: number
  lastAt: string
  entries: readonly SecurityEntry[]
}>

const dayMs = 86_400_000

/** The same thing, about the same person and the same subject, within a day. */
const isMore = (line: Line, entry: SecurityEntry): boolean =>
  line.kind === entry.kind &&
  line.person?.id === entry.person?.id &&
  line.subjectName === entry.subjectName &&
  Date.parse(line.entries[0]?.at ?? "") - Date.parse(entry.at) < dayMs

const later = (one: string, other: string): string => (one < other ? other : one)

/** Entries, newest first, gathered: five hundred wrong passwords are one line that says so. */
export const linesOf = (entries: readonly SecurityEntry[]): readonly Line[] => {
  const lines: Line[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last && isMore(last, entry)) {
      lines[lines.length - 1] = {
        ...last,
        times: last.times + entry.times,
        lastAt: later(last.lastAt, entry.lastAt),
        entries: [...last.entries, entry],
      }
      continue
    }
    const { id, kind, person, subjectName, isRefused, times, lastAt } = entry
    lines.push({ id, kind, person, subjectName, isRefused, times, lastAt, entries: [entry] })
  }
  return lines
}
