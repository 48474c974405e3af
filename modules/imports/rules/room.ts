import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { decideBytes } from "#core/room"
import type { RunState } from "./runStates.ts"

/** In which states the file of an import is still kept: until it was imported, or is forgotten. */
export const keptStates = [
  "uploaded",
  "checking",
  "checked",
  "importing",
  "failed",
] as const satisfies readonly RunState[]

export type Limits = Readonly<{ mostBytes: number; mostAtOnce: number }>

/** Bytes of the workspace that are kept and that are being sent; how many tables the same person is sending. */
export type Taken = Readonly<{ keptBytes: number; comingBytes: number; ofPerson: number }>

/** Whether one more table of so many bytes may be sent. */
export const decideTableRoom = (
  { keptBytes, comingBytes, ofPerson }: Taken,
  bytes: number,
  { mostBytes, mostAtOnce }: Limits,
): true | Refusal<"too-many-at-once" | "no-room-for-tables"> =>
  ofPerson >= mostAtOnce
    ? refuse("too-many-at-once", { most: mostAtOnce, names: String(mostAtOnce) })
    : decideBytes("no-room-for-tables", keptBytes + comingBytes, bytes, mostBytes)
