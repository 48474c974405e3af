import { readFile } from "node:fs/promises"
import { type ReadSeal, readSeals } from "./readSeals.ts"

/** What a file that somebody brought is found to be. */
export type LookedAt = Readonly<{
  isPdf: boolean
  isEncrypted: boolean
  seals: readonly ReadSeal[]
}>

/** As far in a PDF may say that it is one (as programs that read them go by). */
const headBytes = 1_024

/** One after the other: however many bring a file at the same time, one is in memory. */
let turn: Promise<unknown> = Promise.resolve()

/** Looks at a file that anybody may have made. */
export const lookAtPdf = (path: string): Promise<LookedAt> => {
  const looked = turn.then(() => look(path))
  turn = looked.catch(() => {})
  return looked
}

const look = async (path: string): Promise<LookedAt> => {
  const bytes = await readFile(path)
  if (!bytes.subarray(0, headBytes).includes("%PDF-")) return { isPdf: false, isEncrypted: false, seals: [] }
  return { isPdf: true, isEncrypted: bytes.includes("/Encrypt"), seals: await readSeals(bytes) }
}
