import { listMembers } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import type { Deputy, Person, Seat } from "./rules.ts"
import { seatsOf } from "./rules.ts"
import * as store from "./store.ts"

/** Who is there, and who stands in for whom today: read once for any number of approvals. */
export type Scene = Readonly<{ people: readonly Person[]; deputies: readonly Deputy[] }>

export const readScene = async (tx: WorkspaceTx): Promise<Scene> => {
  const [members, deputies] = await Promise.all([listMembers(tx), store.deputiesFrom(tx, tx.today)])
  return { people: members.filter(({ deactivatedAt }) => deactivatedAt === null), deputies }
}

/** The seats of the step that an approval has reached; none when it is over. */
export const seatsNow = (
  { today }: WorkspaceTx,
  { people, deputies }: Scene,
  { steps, step, askedBy, state }: Pick<store.ApprovalRow, "steps" | "step" | "askedBy" | "state">,
): readonly Seat[] => {
  const reached = steps[step]
  return state !== "waiting" || reached === undefined ? [] : seatsOf(reached, { people, deputies, today, askedBy })
}

export const nameOf = ({ people }: Scene, userId: string): string | undefined =>
  people.find((person) => person.userId === userId)?.name
