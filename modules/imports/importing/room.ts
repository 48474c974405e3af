import type { Refusal } from "#core/refusal"
import type { Platform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { sizeOfUpload } from "#platform/uploads"
import { decideTableRoom, type Taken } from "../rules.ts"
import { keptTables, lockTableRoom } from "../store.ts"

type Room = true | Refusal<"too-many-at-once" | "no-room-for-tables">
type Server = Pick<Platform, "config">
type Coming = Omit<Taken, "keptBytes"> & Readonly<{ bytes: number }>

/** Whether a table that is announced finds room beside those that are kept and those that are on their way. */
export const roomFor = async (tx: WorkspaceTx, { bytes, ...coming }: Coming, { config }: Server): Promise<Room> =>
  decideTableRoom({ keptBytes: await keptBytes(tx), ...coming }, bytes, config.files.tables)

/** Asked of a table that has come and is written down: several servers may each have found room for one. */
export const roomStill = async (tx: WorkspaceTx, bytes: number, { config }: Server): Promise<Room> => {
  await lockTableRoom(tx)
  const taken = { keptBytes: (await keptBytes(tx)) - bytes, comingBytes: 0, ofPerson: 0 }
  return decideTableRoom(taken, bytes, config.files.tables)
}

const keptBytes = async (tx: WorkspaceTx): Promise<number> => {
  const { bytes, unmeasured } = await keptTables(tx)
  const sizes = await Promise.all(unmeasured.map(sizeOfUpload))
  return sizes.reduce((sum, size) => sum + size, bytes)
}
