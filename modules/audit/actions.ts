import { type CompanyNames, companyNames } from "#modules/partnerships"
import { action, nothing } from "#platform/action"
import { signInKinds } from "#platform/securityEvents"
import * as contract from "./contract.ts"
import { mayReadLedger } from "./policy.ts"
import { listSecurityEvents, type SecurityRow } from "./securityStore.ts"
import * as store from "./store.ts"

const entryOf = (
  { partnershipId, partnershipName, actorKind, actorId, actorName, ...row }: store.EventRow,
  nameOf: CompanyNames,
): contract.Entry => ({
  ...row,
  partyName: partnershipId === null ? null : nameOf(partnershipId, row.partyId),
  partnership: partnershipId === null ? null : { id: partnershipId, name: partnershipName ?? "" },
  actor: { kind: actorKind, id: actorId, name: actorName },
})

const list = action(contract.listEvents, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ tx }, _nothing, filter) => {
    const { items, next } = await store.listEvents(tx, filter)
    const within = items.flatMap(({ partnershipId }) => (partnershipId === null ? [] : [partnershipId]))
    const nameOf = await companyNames(tx, within)
    return { items: items.map((row) => entryOf(row, nameOf)), next }
  },
})

const kinds = action(contract.listEventKinds, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ platform }) => ({
    items: platform.contributed.events.map(({ kind, subject }) => ({ kind, subject })),
  }),
})

const security = action(contract.listSecurityEvents, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ tx, platform }, _nothing, filter) => {
    const ledgerKinds = platform.contributed.events.flatMap(({ kind, concernsSecurity }) =>
      concernsSecurity ? [kind] : [],
    )
    const { items, next } = await listSecurityEvents(tx, ledgerKinds, filter)
    return { items: items.map(securityEntryOf), next, kinds: [...signInKinds, ...ledgerKinds] }
  },
})

const securityEntryOf = ({ userId, name, side, ...row }: SecurityRow): contract.SecurityEntry => ({
  ...row,
  // What Keelson did by itself is nobody's.
  person: userId === null || name === null ? null : { id: userId, name, side },
})

export const actions = [list, kinds, security]
