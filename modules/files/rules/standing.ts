import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

/** How far the bytes are looked through for viruses. */
export const checkStates = ["unchecked", "checking", "clean", "infected"] as const
export type CheckState = (typeof checkStates)[number]

/** As what a file belongs to the record, which nobody takes away. */
export const holds = ["evidence", "signed"] as const
export type Hold = (typeof holds)[number]

export type Standing = Readonly<{
  checkState: CheckState
  heldAs: Hold | null
  removedAt: string | null
  goneAt: string | null
}>

export type Unavailable = "still-being-checked" | "file-quarantined" | "file-removed"

/** Why nobody can have the bytes now; undefined where they can. */
export const whyNot = ({ checkState, removedAt, goneAt }: Standing): Unavailable | undefined => {
  if (removedAt !== null) return "file-removed"
  if (checkState === "infected") return "file-quarantined"
  if (goneAt !== null) return "file-removed"
  return checkState === "checking" ? "still-being-checked" : undefined
}

/** A removed file is gone for everybody at once; what belongs to the record stays. */
export const decideRemoval = ({
  heldAs,
  removedAt,
}: Pick<Standing, "heldAs" | "removedAt">): true | Refusal<"kept-as-record" | "file-removed"> => {
  if (removedAt !== null) return refuse("file-removed")
  return heldAs === null || refuse("kept-as-record", { heldAs })
}
