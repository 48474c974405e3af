import { isRefusal, refuse } from "#core/refusal"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { deputyEnded, deputyNamed } from "./events.ts"
import { mayNameDeputy, mayReadApprovals } from "./policy.ts"
import { decideDeputy } from "./rules.ts"
import { nameOf, readScene } from "./scene.ts"
import * as store from "./store.ts"

const viewOf = ({ actor }: WorkspaceTx, { id, personId, personName, deputyName, fromOn, toOn }: store.DeputyRow) => ({
  ...{ id, personName, deputyName, fromOn, toOn, isOwn: personId === actor.userId },
  abilities: { end: mayNameDeputy(actor, personId) },
})

const told = ({ personName, deputyName, fromOn, toOn }: store.DeputyRow) => ({
  ...{ person: personName, deputy: deputyName, fromOn, toOn },
})

const list = action(contract.listDeputies, {
  load: nothing,
  may: mayReadApprovals,
  act: async ({ tx, today }) => ({ items: (await store.deputiesFrom(tx, today)).map((row) => viewOf(tx, row)) }),
})

const name = action(contract.nameDeputy, {
  load: async (tx, { personId = tx.actor.userId ?? "" }) => ({ personId }),
  may: (actor, { personId }) => mayNameDeputy(actor, personId),
  act: async ({ tx, today }, { personId }, { deputyId, fromOn, toOn }) => {
    const scene = await readScene(tx, [])
    const [personName, deputyName] = [nameOf(scene, personId), nameOf(scene, deputyId)]
    if (personName === undefined || deputyName === undefined) return refuse("not-a-member", { field: "deputyId" })
    const wanted = { personId, deputyId, fromOn, toOn }
    const allowed = decideDeputy(wanted, scene.deputies, today)
    if (isRefusal(allowed)) return allowed
    const row = await store.insertDeputy(tx, { id: newId(), ...wanted, personName, deputyName })
    await tx.record(deputyNamed, { subjectId: row.id, payload: told(row) })
    return viewOf(tx, row)
  },
})

const end = action(contract.endDeputy, {
  load: (tx, { deputy }) => store.lockDeputy(tx, deputy),
  may: (actor, { personId }) => mayNameDeputy(actor, personId),
  act: async ({ tx }, row) => {
    await store.removeDeputy(tx, row.id)
    await tx.record(deputyEnded, { subjectId: row.id, payload: told(row) })
    return { id: row.id }
  },
})

export const deputies = [list, name, end]
