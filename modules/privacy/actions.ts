import type { Actor } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { lockContacts } from "#modules/people"
import { listMembers, lockMember, lockOwners, saveMember, savePartnerUser } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import type { Keeper } from "#platform/belongings"
import { ledgerPersonal } from "#platform/personal"
import { countPersonalRows } from "#platform/personal-rows"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { beginErasure, keepersOf } from "./beginErasure.ts"
import * as contract from "./contract.ts"
import { exportActions } from "./exportActions.ts"
import { mayErase, mayReadPersonalData } from "./policy.ts"
import { retentionActions } from "./retentionActions.ts"
import { decideErasure, idsOf, personIds } from "./rules.ts"
import * as store from "./store.ts"

type Person = readonly store.KnownPerson[]

const isOwner = (person: Person): boolean => person.some(({ kind, role }) => kind === "member" && role === "owner")

const belongingsOf = async (tx: WorkspaceTx, { contributed }: ActPlatform, person: Person) => {
  const counted: { kind: string; rows: number }[] = []
  for (const { kind, count } of contributed.belongings) {
    let rows = 0
    for (const keeper of keepersOf(person)) rows += await count(tx, keeper)
    if (rows > 0) counted.push({ kind, rows })
  }
  return counted
}

const get = action(contract.getPersonalData, {
  load: (tx, { person }) => store.findPerson(tx, person),
  may: mayReadPersonalData,
  act: async ({ tx, actor, platform }, person) => {
    const held = await countPersonalRows(tx, [...platform.contributed.personal, ledgerPersonal], personIds(person))
    return {
      person: person.map(({ userId: _user, role: _role, ...each }) => each),
      held: held.map(({ table, rows }) => ({ kind: table, rows })),
      belongings: await belongingsOf(tx, platform, person),
      abilities: { erase: mayErase(actor, { isOwner: isOwner(person) }) },
    }
  },
})

/** Owners first, then the rest, as every act that may unmake an owner locks. */
const lockPerson = async (tx: WorkspaceTx, id: Id) => {
  const owners = await lockOwners(tx)
  const found = await store.findPerson(tx, id)
  if (!found) return undefined
  for (const member of idsOf(found, "member")) await lockMember(tx, member)
  await lockContacts(tx, idsOf(found, "contact"))
  // As they are now that nobody else changes them.
  const person = await store.findPerson(tx, id)
  return person && { owners, person }
}

const successorOf = async (tx: WorkspaceTx, id: Id | undefined): Promise<Keeper | "unknown" | undefined> => {
  if (id === undefined) return undefined
  const found = (await listMembers(tx)).find((each) => each.id === id && each.deactivatedAt === null)
  return found ? { memberId: found.id, userId: found.userId, name: found.name } : "unknown"
}

const handOver = async (tx: WorkspaceTx, { contributed }: ActPlatform, person: Person, to: Keeper) => {
  const handed: Record<string, number> = {}
  for (const { kind, handOver } of contributed.belongings)
    for (const keeper of keepersOf(person)) handed[kind] = (handed[kind] ?? 0) + (await handOver(tx, keeper, to))
  return handed
}

/** From now on they cannot enter; a job takes them out of everything. */
const shutOut = async (tx: WorkspaceTx, person: Person): Promise<void> => {
  for (const { kind, id, isErased } of person) {
    if (isErased) continue
    if (kind === "member") await saveMember(tx, id, { deactivatedAt: tx.now })
    if (kind === "partner_user") await savePartnerUser(tx, id, { deactivatedAt: tx.now })
  }
}

const erase = action(contract.erasePerson, {
  load: (tx, { person }) => lockPerson(tx, person),
  may: (actor: Actor, { person }) => mayErase(actor, { isOwner: isOwner(person) }),
  act: async ({ tx, actor, platform }, { owners, person: all }, { typed, successorId }) => {
    const successor = await successorOf(tx, successorId)
    const belongings = (await belongingsOf(tx, platform, all)).reduce((sum, { rows }) => sum + rows, 0)
    const successorMeant = successor === undefined || successor === "unknown" ? successor : successor.memberId
    const allowed = decideErasure({ person: all, typed, owners, belongings, successor: successorMeant })
    if (isRefusal(allowed)) return allowed
    const person = all.filter(({ isErased }) => !isErased)
    const keeper = successor === "unknown" ? undefined : successor
    const handedOver = keeper ? await handOver(tx, platform, person, keeper) : {}
    await shutOut(tx, person)
    const askedBy = "userId" in actor ? (actor.userId ?? null) : null
    return erasureFor(await beginErasure(tx, person, { askedBy, handedOver }))
  },
})

const erasureFor = ({ id, askedAt, askedBy, doneAt, counts }: store.ErasureRow): contract.Erasure => ({
  ...{ id, askedAt, askedBy, doneAt },
  rows: Object.values(counts as Record<string, number>).reduce((sum, rows) => sum + rows, 0),
})

const list = action(contract.listErasures, {
  load: nothing,
  may: mayReadPersonalData,
  act: async ({ tx }, _nothing, asked) => {
    const { items, next } = await store.erasures.page(tx, asked)
    return { items: items.map(erasureFor), next }
  },
})

export const actions = [get, erase, list, ...retentionActions, ...exportActions]
