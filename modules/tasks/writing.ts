import { refuse } from "#core/refusal"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { templateCreated } from "./events.ts"
import { decideSteps, type Step } from "./rules.ts"
import * as store from "./store.ts"

type Written = Readonly<{ name: string; description: string | null; steps: readonly Step[] }>

/** Writes a plan down, in its first edition. */
export const writeTemplate = async (tx: WorkspaceTx, { name, description, steps }: Written) => {
  const decision = decideSteps(steps)
  if (decision !== true) return decision
  if ((await store.listTemplates(tx, false)).length >= store.mostTemplates) return refuse("too-many-templates")
  const row = await store.insertTemplate(tx, { id: newId(), name, description })
  const madeBy = tx.actor.userId ?? null
  await store.insertEdition(tx, { id: newId(), templateId: row.id, number: 1, steps, madeBy })
  await tx.record(templateCreated, { subjectId: row.id, payload: { name, edition: 1 } })
  return row
}
