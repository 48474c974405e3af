import type { Ask } from "#core/endpoint"
import { languageOf } from "#core/languages"
import { refusalKinds } from "#core/refusalsOfNote"
import { documentNamed, takenDown } from "#modules/documents"
import { type CompanyNames, companyNames } from "#modules/partnerships"
import { action, nothing } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import { isRefused, signInKinds } from "#platform/securityEvents"
import * as contract from "./contract.ts"
import { securityExported } from "./events.ts"
import { mayReadLedger } from "./policy.ts"
import { makeSecurityFile } from "./securityFile.ts"
import { listSecurityEvents, type SecurityRow, securityDays } from "./securityStore.ts"
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

/** The kinds of the ledger that stand in the security log, too. */
const ledgerKindsOf = ({ contributed }: Pick<ActPlatform, "contributed">): readonly string[] =>
  contributed.events.flatMap(({ kind, concernsSecurity }) => (concernsSecurity ? [kind] : []))

const security = action(contract.listSecurityEvents, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ tx, platform }, _nothing, filter) => {
    const ledgerKinds = ledgerKindsOf(platform)
    const { items, next } = await listSecurityEvents(tx, ledgerKinds, filter)
    return { items: items.map(securityEntryOf), next, kinds: [...signInKinds, ...refusalKinds, ...ledgerKinds] }
  },
})

const days = action(contract.getSecurityDays, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ tx, platform }, _nothing, filter) => ({
    items: [
      ...(await securityDays(
        tx,
        { ledger: ledgerKindsOf(platform), refused: [...signInKinds.filter(isRefused), ...refusalKinds] },
        filter,
        mostLines,
      )),
    ],
  }),
})
/** Enough for a picture of a quarter of a busy workspace. */
const mostLines = 5_000

const file = action(contract.downloadSecurityEvents, {
  load: nothing,
  may: mayReadLedger,
  act: async ({ actor, platform, today }, _nothing, { locale, ...filter }) => {
    const named = [platform.texts.in(languageOf(locale))("security:file"), today]
    const taken = {
      subjectId: actor.workspaceId,
      name: named.join(" "),
      form: "csv",
      audience: "host",
      filter,
    } as const
    const make = (ask: Ask) => makeSecurityFile(platform, ask, actor.timeZone, filter)
    return documentNamed(named, "csv", takenDown(securityExported, taken, make))
  },
})

const securityEntryOf = ({ userId, name, side, ...row }: SecurityRow): contract.SecurityEntry => ({
  ...row,
  isRefused: isRefused(row.kind),
  // What Keelson did by itself is nobody's.
  person: userId === null || name === null ? null : { id: userId, name, side },
})

export const actions = [list, kinds, security, days, file]
