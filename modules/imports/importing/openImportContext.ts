import { foreignIdKey } from "#core/foreignId"
import type { Remarks } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"
import { findWorkspace } from "#modules/workspaces"
import { idBatch } from "#platform/id-batch"
import type { BulkRow, ImportContext, ImportTable } from "#platform/importable"
import type { WorkspaceTx } from "#platform/tx"
import type { Collected, RunOptions } from "../rules.ts"
import type { Bulk, TellLater } from "../store.ts"

/** The checked row that is being recorded, and what is told of it should it be new. */
export type Reading = { row: ImportRow; ofNew: TellLater[] }

/** What the recorders of one run work with: the import's options, its rows on their way, and what they look up once. */
export const openImportContext = async (
  tx: WorkspaceTx,
  options: RunOptions,
  bulk: Pick<Bulk, "add" | "again">,
  remarks: Pick<Collected, "tell" | "answerTo" | "line" | "isOfNewRows">,
  covers: ImportContext["covers"] = () => {},
  reading: Reading = { row: {}, ofNew: [] },
): Promise<ImportContext> => {
  const opened = new Map<unknown, Promise<unknown>>()
  const isTwice = idsSeenTwice(remarks)
  const context: ImportContext = {
    tx,
    options,
    today: tx.today,
    currency: options.currency ?? (await currencyOf(tx)),
    remarks: {
      answerTo: remarks.answerTo,
      tell: (code, showing) => {
        if (remarks.isOfNewRows(code)) reading.ofNew.push(() => remarks.tell(code, showing))
        else remarks.tell(code, showing)
      },
    },
    covers,
    newId: idBatch(),
    add: (table, row) => {
      const { ofNew } = reading
      if (ofNew.length > 0) reading.ofNew = []
      bulk.add(table, {
        ...{ row: underItsKey(table, row), line: remarks.line(), said: reading.row },
        isTwice: isTwice(table, row),
        ...(ofNew.length > 0 && { ofNew }),
      })
    },
    again: (table, id, row) => bulk.again(table, { row, line: remarks.line(), said: reading.row, id }),
    shared: <T>(open: (context: ImportContext) => Promise<T>) => {
      const found = opened.get(open) ?? open(context)
      opened.set(open, found)
      return found as Promise<T>
    },
  }
  return context
}

/** However the file writes the id of the other system, one thing is stored under one. */
const underItsKey = ({ knownBy }: ImportTable, row: BulkRow): BulkRow => {
  const id = knownBy && row[knownBy]
  if (knownBy === undefined || typeof id !== "string") return row
  const key = foreignIdKey(id)
  return key === id ? row : { ...row, [knownBy]: key }
}

const currencyOf = async (tx: WorkspaceTx): Promise<string> => {
  const workspace = await findWorkspace(tx)
  if (!workspace) throw new TypeError("an import runs in a workspace")
  return workspace.currency
}

/** Ids that are remembered of one file, to see one that comes again: what a file of a million rows holds must not fill memory. */
const mostIds = 200_000
const longestId = 100

/** An id of the other system that stands twice in one file is told: what carries it again is left alone as known already. */
const idsSeenTwice = (remarks: Remarks): ((table: ImportTable, row: BulkRow) => boolean) => {
  const seen = new Set<string>()
  return ({ name, knownBy }, row) => {
    const id = knownBy && row[knownBy]
    if (typeof id !== "string") return false
    const key = `${name} ${foreignIdKey(id)}`
    if (seen.has(key)) {
      remarks.tell("id-twice", { value: id.slice(0, longestId), text: id })
      return true
    }
    if (seen.size < mostIds) seen.add(key)
    return false
  }
}
