import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import { isSame } from "./same.ts"

type Value = string | number | boolean | null | object | undefined
type Fields = Readonly<Record<string, Value>>
type Line = Fields & Readonly<{ id?: Id | undefined }>
type Held = Fields & Readonly<{ objectives: readonly Line[]; commitments: readonly Line[] }>

/** One field that is another afterwards. */
export type FieldChange = Readonly<{ field: string; before: Value; after: Value }>
type LineChanges<L> = Readonly<{
  added: readonly L[]
  removed: readonly L[]
  changed: readonly Readonly<{ before: L; after: L; fields: readonly FieldChange[] }>[]
}>

const said = (value: Value): Value => value ?? null

const fieldsBetween = (before: Fields, after: Fields, leftOut: readonly string[]): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !leftOut.includes(field) && !isSame(before[field], after[field]))
    .map((field) => ({ field, before: said(before[field]), after: said(after[field]) }))

const linesBetween = <L extends Line>(before: readonly L[], after: readonly L[]): LineChanges<L> => {
  const kept = new Map(after.flatMap((line) => (line.id === undefined ? [] : [[line.id, line]])))
  return {
    added: after.filter(({ id }) => id === undefined || !before.some((line) => line.id === id)),
    removed: before.filter(({ id }) => id === undefined || !kept.has(id)),
    changed: before.flatMap((line) => {
      const now = line.id === undefined ? undefined : kept.get(line.id)
      // How a figure is read says something of a new figure only.
      const leftOut = isSame(line["target"], now?.["target"]) ? ["id", "reading"] : ["id"]
      const fields = now === undefined ? [] : fieldsBetween(line, now, leftOut)
      return now === undefined || fields.length === 0 ? [] : [{ before: line, after: now, fields }]
    }),
  }
}

/** What an amendment changes: fields of the agreement, and lines told apart by their id. */
export const changesBetween = <H extends Held>(before: H, after: H) => ({
  term: fieldsBetween(before, after, ["objectives", "commitments"]),
  objectives: linesBetween<H["objectives"][number]>(before.objectives, after.objectives),
  commitments: linesBetween<H["commitments"][number]>(before.commitments, after.commitments),
})

export type Changes = ReturnType<typeof changesBetween>

export const countChanges = ({ term, objectives, commitments }: Changes): number =>
  [objectives, commitments].reduce(
    (sum, { added, removed, changed }) => sum + added.length + removed.length + changed.length,
    term.length,
  )

const touched = ({ objectives, commitments }: Changes): ReadonlySet<Id | undefined> =>
  new Set(
    [objectives, commitments].flatMap(({ removed, changed }) => [
      ...removed.map(({ id }) => id),
      ...changed.map(({ before }) => before.id),
    ]),
  )

/** An amendment changes what its writer saw: not what somebody else has changed since. */
export const decideStillFits = (wanted: Changes, meanwhile: Changes): true | Refusal<"amended-meanwhile"> => {
  const field = meanwhile.term.find((each) => wanted.term.some((change) => change.field === each.field))?.field
  if (field !== undefined) return refuse("amended-meanwhile", { field })
  const [ours, theirs] = [touched(wanted), touched(meanwhile)]
  return ![...ours].some((id) => theirs.has(id)) || refuse("amended-meanwhile")
}

/** A change from a day on cannot have begun the agreement on another day: that is a correction. */
export const decideFirstDay = (kind: string, { term }: Changes): true | Refusal<"first-day-corrected"> =>
  kind !== "change" ||
  !term.some(({ field }) => field === "startsOn") ||
  refuse("first-day-corrected", { field: "startsOn" })
