import type { Upload } from "#core/endpoint"
import { isRefusal } from "#core/refusal"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { Catalogue } from "../catalogue.ts"
import type { RunOptions } from "../rules.ts"
import { askerIn, insertRun, type Run } from "../store.ts"
import { type FileRefusal, openFile } from "./openFile.ts"

/** Makes a run of a file that was received; one that cannot be read is refused. */
export const acceptFile = async (
  tx: WorkspaceTx,
  catalogue: Catalogue,
  { path, fileName, bytes, hash }: Upload,
  options: RunOptions = {},
): Promise<Run | FileRefusal> => {
  const opened = await openFile(tx, catalogue, { filePath: path, fileName, options })
  if (isRefusal(opened)) return opened
  const { sheets, sheet } = opened.table
  return insertRun(tx, {
    id: newId(),
    kind: opened.kind.kind,
    fileName: fileName.toWellFormed().replaceAll("\0", ""),
    fileHash: hash,
    filePath: path,
    fileBytes: bytes,
    // What was proposed is what was seen: which sheet that is does not change with what is decided next.
    options: sheets.length > 1 && sheet !== undefined ? { ...options, sheet } : options,
    createdBy: askerIn(tx),
  })
}
