import type { WorkspaceTx } from "#platform/tx"
import type { Catalogue } from "../catalogue.ts"
import { errorFile } from "../reading.ts"
import type { Run } from "../store.ts"
import { findErrors, type StoredError } from "../store.ts"

const linesAtOnce = 1_000

/** The kept rows that were not taken, as one CSV text: what they held and what to correct. */
export const writeErrorFile = async (
  tx: WorkspaceTx,
  { reasons }: Catalogue,
  run: Run,
): Promise<Readonly<{ content: string; rows: number }>> => {
  const { stream, write } = errorFile(run.summary.headers ?? [], reasons)
  const text: string[] = []
  const read = (async () => {
    for await (const piece of stream) text.push(String(piece))
  })()
  const headers = run.summary.headers ?? []
  let rows = 0
  for (let after = 0; ; ) {
    const found = await findErrors(tx, run.id, after, linesAtOnce)
    const last = found.at(-1)
    if (!last) break
    for (const row of rowsOf(found)) {
      rows++
      write({
        row: { line: row[0]?.line ?? 0, cells: row[0]?.cells ?? [] },
        errors: row.map(({ header, reason, params }) => ({
          reason,
          params,
          column: header === null ? undefined : headers.indexOf(header),
        })),
      })
    }
    after = last.line
  }
  stream.end()
  await read
  return { content: text.join(""), rows }
}

const rowsOf = (errors: readonly StoredError[]): StoredError[][] => {
  const rows: StoredError[][] = []
  for (const error of errors) {
    if (error.position === 0) rows.push([error])
    else rows.at(-1)?.push(error)
  }
  return rows
}
