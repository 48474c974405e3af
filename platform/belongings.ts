import type { Id } from "#core/ids"
import type { WorkspaceTx } from "./tx.ts"

/** A member as what they look after names them: by their place in the workspace, or by their account. */
export type Keeper = Readonly<{ memberId: Id; userId: string; name: string }>

/** Things of one kind that a member looks after, and that somebody else must when they go. */
export type Belongings = Readonly<{
  /** What it is, as texts name it: "partnership". */
  kind: string
  count(tx: WorkspaceTx, keeper: Keeper): Promise<number>
  /** Gives all of them to somebody else, and writes each down. */
  handOver(tx: WorkspaceTx, from: Keeper, to: Keeper): Promise<number>
}>
