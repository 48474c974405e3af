import type { Id } from "#core/ids"
import type { SomeOfRow } from "#core/importable/again"
import { dateIn } from "#core/time"
import { newId } from "#platform/ids"
import type { ImportTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import {
  type Collected,
  compared,
  countedTogether,
  type Difference,
  differencesOf,
  editedColumns,
  meetRows,
  settleDifference,
} from "../rules.ts"
import {
  editsOf,
  hasOthers,
  type KnownRows,
  nowhere,
  partnerNames,
  storedAlike,
  storedBy,
  type Waiting,
} from "../store.ts"
import { type Chosen, edit, replace, type Write } from "./changeKnown.ts"
import { type Pair, settleMet } from "./settleMet.ts"
import { agreed, tellingOnce } from "./tellers.ts"

type Opened = Readonly<{
  tx: WorkspaceTx
  importId: Id
  remarks: Collected
  /** The fields that the file has a column for. */
  mapped: ReadonlySet<string>
  /** A check changes nothing. */
  isDry: boolean
}>

/**
 * What becomes of rows that are here already, batch by batch: one statement to find them, one for what people changed of them since, one
 * to change what somebody chose to change. A file that brings nothing that is known costs none of these when it is imported.
 */
export const openKnownRows = ({ tx, importId, remarks, mapped, isDry }: Opened): KnownRows => {
  const changed: Record<string, number> = {}
  const used = new Set<Id>()
  const recordedAnew = new Set<Id>()
  const told = new Set<string>()
  const others = new Map<string, Promise<boolean>>()
  const dayOf = (at: string) => dateIn(tx.actor.timeZone, at)
  const at = <T>(line: number, tell: () => T): T => {
    const here = remarks.line()
    remarks.at(line)
    const told = tell()
    remarks.at(here)
    return told
  }
  const isFirst = ({ stored: { id } }: Pair): boolean => !used.has(id) && used.add(id).has(id)

  /** Of each pair what is to be changed: the columns that differ, where somebody chose the file's. */
  const decide = async (
    table: ImportTable,
    pairs: readonly Pair[],
    isAgreed: boolean,
  ): Promise<readonly (Pair & { set: SomeOfRow })[]> => {
    const differing = pairs
      .map((pair) => {
        const { waiting, stored } = pair
        const known = { stored: stored.values, row: waiting.row, said: waiting.said }
        return { ...pair, found: differencesOf(table, known, mapped, dayOf) }
      })
      .filter(({ found }) => found.length > 0)
    const nameOf = await partnerNames(
      tx,
      differing.flatMap(({ found, stored }) => (found.some(isPartner) ? [stored.values] : [])),
    )
    const ids = differing.map(({ stored }) => stored.id)
    const edits = await editsOf(tx, Object.keys(table.edits ?? {}), ids)
    return differing.map(({ waiting, stored, found }) => {
      const edited = editedColumns(table.edits ?? {}, edits.get(stored.id) ?? [])
      const called = String(stored.values[table.again?.called ?? ""] ?? "")
      const chosen = found.filter((difference) => {
        const { corrects } = difference
        const isEdited = corrects.columns.some((column) => edited.has(column))
        const may = corrects.may?.(stored.values, waiting.row) ?? true
        const once = tellingOnce(remarks, told, `${waiting.line} ${corrects.field}`)
        const teller = isAgreed ? agreed(once) : once
        const named = isPartner(difference) ? { ...difference, old: nameOf(difference.old) } : difference
        return at(waiting.line, () => settleDifference(teller, named, { called, isEdited, may }))
      })
      const set = chosen.map(({ corrects, isBlank }) => ({
        ...Object.fromEntries(
          corrects.columns.map((column) => [column, isBlank ? null : (waiting.row[column] ?? null)]),
        ),
        ...corrects.along?.(stored.values, waiting.row),
      }))
      const all = Object.assign({}, ...set) as SomeOfRow
      if (chosen.length === 0 || (table.again?.isSound?.({ ...stored.values, ...all }) ?? true))
        return { waiting, stored, set: all }
      for (const { corrects, old, next } of chosen)
        at(waiting.line, () =>
          remarks.tell("change-not-allowed", { field: corrects.field, ...compared(called, old, next) }),
        )
      return { waiting, stored, set: {} }
    })
  }

  /** `isAgreed`: somebody has chosen the file's for these rows as a whole. */
  const correct = async (table: ImportTable, pairs: readonly Pair[], write: Write, isAgreed = false): Promise<void> => {
    const wanted = (await decide(table, pairs, isAgreed)).filter(({ set }) => Object.keys(set).length > 0)
    if (wanted.length === 0) return
    changed[table.name] = (changed[table.name] ?? 0) + wanted.length
    if (isDry) return
    if (table.again?.isReplaced) await replace(tx, importId, table, wanted, write)
    else await edit(tx, importId, table, wanted)
  }

  return {
    changed,
    sift: async (table, waiting, write) => {
      const { sameBy: [one, other] = [] } = table.again ?? {}
      if (one === undefined || other === undefined || waiting.length === 0) return waiting
      const there = others.get(table.name) ?? hasOthers(tx, table, importId)
      others.set(table.name, there)
      if (!(await there)) return waiting
      const pairs = new Map(
        waiting.map(({ row }) => [`${row[one]} ${row[other]}`, [String(row[one]), String(row[other])] as const]),
      )
      const alike = await storedAlike(tx, table, [one, other], [...pairs.values()], importId)
      const { met, fresh } = meetRows(
        table,
        waiting,
        alike.filter(({ id }) => !used.has(id)).map(({ values }) => values),
      )
      const again: Waiting[] = []
      const differing: Pair[] = []
      const isReplaced = table.again?.isReplaced === true
      for (const { waiting: each, stored: values, isSame: isSameFact } of met) {
        const pair = { waiting: each, stored: { id: String(values["id"]), values } }
        const known = { stored: values, row: each.row, said: each.said }
        const isSame =
          isSameFact || (!isReplaced && differencesOf(table, known, mapped, dayOf).every(({ isBlank }) => isBlank))
        const answer = at(each.line, () => settleMet(remarks, table, pair, isSame, dayOf))
        if (answer === "record") again.push(each)
        else used.add(pair.stored.id)
        if (answer === "update") differing.push(pair)
      }
      if (!isReplaced) {
        await correct(table, differing, write, true)
        return [...fresh, ...again]
      }
      if (!isDry && differing.length > 0) await replace(tx, importId, table, differing.map(whole), write)
      if (differing.length > 0) changed[table.name] = (changed[table.name] ?? 0) + differing.length
      const recorded = [...fresh, ...differing.map((pair) => pair.waiting)].map(({ row }) => row)
      for (const { stored } of differing) recordedAnew.add(stored.id)
      const beside = countedTogether(
        table,
        recorded,
        alike.filter(({ id }) => !recordedAnew.has(id)),
      )
      for (const { id } of beside) recordedAnew.add(id)
      // Beside the count of what the file brings: they were here before.
      await write(
        table,
        beside.map(({ values }) => ({ ...nowhere, row: { ...values, id: newId() } })),
      )
      return [...fresh, ...again]
    },
    look: async (table, by, waiting, write) => {
      const keyOf = ({ id, row }: Waiting) => (by === "id" ? String(id) : String(row[by]))
      const stored = await storedBy(tx, table, by, waiting.map(keyOf), importId)
      const byKey = new Map(stored.map((each) => [String(each.values[by]), each]))
      const pairs = waiting.flatMap((each) => {
        const found = byKey.get(keyOf(each))
        return found ? [{ waiting: each, stored: found }] : []
      })
      if (table.again) await correct(table, pairs.filter(isFirst), write)
      return new Set(pairs.map((pair) => pair.waiting))
    },
    isSameId: ({ line }, id, stored) =>
      at(line, () => {
        const answer = remarks.answerTo("id-capitals", {})
        remarks.tell("id-capitals", { text: id, becomes: answer === "own" ? id : stored })
        return answer === "one"
      }),
    areNew: (waiting) => {
      for (const { line, ofNew } of waiting)
        if (ofNew)
          at(line, () => {
            for (const tell of ofNew) tell()
          })
    },
  }
}

const isPartner = ({ corrects: { columns } }: Difference): boolean => columns.includes("partnership_id")

/** Of a fact that has no id what the file says of it holds as a whole. */
const whole = (pair: Pair): Chosen => ({ ...pair, set: pair.waiting.row })
