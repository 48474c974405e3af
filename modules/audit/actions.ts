import { action, nothing } from "#platform/action"
import * as contract from "./contract.ts"
import { mayReadLedger } from "./policy.ts"
import * as store from "./store.ts"

const entryOf = ({
  partnershipId,
  partnershipName,
  actorKind,
  actorId,
  actorName,
  ...row
}: store.EventRow): contract.Entry => ({
  ...row,
  partnership: partnershipId === null ? null : { id: partnershipId, name: partnershipName ?? "" },
  actor: { kind: actorKind, id: actorId, name: actorName },
})

const list = action(contract.listEvents, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ tx }, _nothing, filter) => {
    const { items, next } = await store.listEvents(tx, filter)
    return { items: items.map(entryOf), next }
  },
})

const kinds = action(contract.listEventKinds, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ platform }) => ({
    items: platform.contributed.events.map(({ kind, subject }) => ({ kind, subject })),
  }),
})

export const actions = [list, kinds]
