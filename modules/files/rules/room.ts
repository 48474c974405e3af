import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { decideBytes } from "#core/room"

export type Limits = Readonly<{ mostPerSubject: number; mostStoredBytes: number }>

/** What is there already: of this subject, and of the whole workspace. */
export type Usage = Readonly<{ files: number; storedBytes: number }>

/** Whether one more file of so many bytes finds room. */
export const decideRoom = (
  { files, storedBytes }: Usage,
  bytes: number,
  { mostPerSubject, mostStoredBytes }: Limits,
): true | Refusal<"too-many-files" | "no-room-left"> => {
  if (files >= mostPerSubject) return refuse("too-many-files", { most: mostPerSubject })
  return decideBytes("no-room-left", storedBytes, bytes, mostStoredBytes)
}

/** Of all room this part may be taken by files of whoever has no account. */
const outsideShare = 10

/** Whether strangers fill no more than their part of the room, so that nobody can keep the workspace's own people from theirs. */
export const decideOutsideRoom = (
  takenBytes: number,
  bytes: number,
  { mostStoredBytes }: Pick<Limits, "mostStoredBytes">,
): true | Refusal<"no-room-left"> =>
  decideBytes("no-room-left", takenBytes, bytes, Math.floor(mostStoredBytes / outsideShare))
