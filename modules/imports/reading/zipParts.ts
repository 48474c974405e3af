import { type Refusal, refuse } from "#core/refusal"
import { isZipFault, openZip as openArchive, type ZipParts } from "#platform/archives/zip-parts"
import { limits } from "./table.ts"

const refusals = { broken: "broken-workbook", "too-large": "workbook-too-large", locked: "locked-workbook" } as const

/** Opens a workbook's archive; a bomb is refused before anything of it is unpacked. */
export const openZip = async (path: string): Promise<ZipParts | Refusal<(typeof refusals)[keyof typeof refusals]>> => {
  const { zipEntries: entries, sheetBytes: mostBytes, packingRatio, partBytes } = limits
  const opened = await openArchive(path, { entries, mostBytes, packingRatio, partBytes })
  if (!isZipFault(opened)) return opened
  const { fault, part } = opened
  return refuse(refusals[fault], part === undefined ? {} : { part })
}
