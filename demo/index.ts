/**
 * The demo workspace: an invented vendor, forty partnerships of every type and thirty months in which different things
 * happen to them; and a smaller vendor that some of the same companies work with, so that a partner's person has two. It is
 * made once, on the first start; the same seeds tell the same stories, ending today.
 */

import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { dateIn } from "#core/time"
import { scanEverything } from "#modules/drift"
import { accessOf, admitPartnerUser, demoFinished, foundWorkspace } from "#modules/workspaces"
import type { User } from "#platform/identity"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { hostPeople } from "./cast.ts"
import { confirmCauses } from "./decisions.ts"
import { recordRole } from "./record.ts"
import * as store from "./store.ts"
import { partnerPerson, type Vendor, type VendorPerson, vendors } from "./vendors.ts"

const password = "keelson-demo-2026"

/** How to sign in to the demo, as the vendor and as a partner. */
export const demoAccount = { email: hostPeople[0].email, password } as const
export const demoPartner = { email: partnerPerson.email, password } as const

/** The demo where nobody has an account yet, or where its making was cut short; nothing where there is nothing to make. */
export const makeDemo = async (platform: Platform, say: (line: string) => void): Promise<void> => {
  const isFirstStart = await platform.identity.isEmpty()
  if (!isFirstStart && !(await platform.identity.findByEmail(demoAccount.email))) return
  for (const vendor of vendors) await makeVendor(platform, vendor, say)
}

const makeVendor = async (platform: Platform, vendor: Vendor, say: (line: string) => void): Promise<void> => {
  const { place, cast, seed, owners } = vendor
  const people = await peopleOf(platform, vendor)
  const system = (await existing(platform, vendor, people[0].user.id)) ?? (await founded(platform, vendor, people))
  if (await platform.transact(system, store.isFinished)) return
  const known = await platform.transact(system, store.partnershipNames)
  const today = dateIn(place.timeZone, platform.clock.now())
  for (const [index, role] of cast.entries()) {
    const owner = { ...(people[index % owners] ?? people[0]), sponsor: vendor.sponsor }
    if (!known.has(role.name)) await recordRole(platform, system, role, seed + index * 10, owner, today)
    if (index % 10 === 9) say(`Making the demo workspace: ${index + 1} of ${cast.length} partnerships.`)
  }
  say(`Making the demo workspace of ${place.name}: looking for drift.`)
  await scanEverything(platform, system)
  await admitPartner(platform, system)
  await platform.transact(system, async (tx) => {
    await confirmCauses(tx, people[0].user.id)
    await tx.record(demoFinished, { subjectId: system.workspaceId })
  })
}

const accountOf = async ({ identity }: Platform, { name, email }: Readonly<{ name: string; email: string }>) => {
  const known = await identity.findByEmail(email)
  if (known) await identity.ensurePassword(known.id, password)
  return known ?? identity.createUser({ name, email, password })
}

const peopleOf = async (platform: Platform, { people, place }: Vendor) => {
  const [first, ...rest] = people
  const withAccount = async (person: VendorPerson): Promise<Account> => {
    const user = await accountOf(platform, person)
    const access = await platform.transact({ kind: "person", userId: user.id }, (tx) => accessOf(tx, user.id))
    return { ...person, user, userId: user.id, memberId: access.find(({ slug }) => slug === place.slug)?.id ?? newId() }
  }
  const all: [Account, ...Account[]] = [await withAccount(first)]
  // One after the other: of several at once, a failure would leave the others at work behind its back.
  for (const person of rest) all.push(await withAccount(person))
  return all
}

type Account = VendorPerson & Readonly<{ user: User; userId: string; memberId: Id }>

type People = readonly [Account, ...Account[]]

const existing = async ({ transact }: Platform, { place }: Vendor, userId: string): Promise<System | undefined> => {
  const access = await transact({ kind: "person", userId }, (tx) => accessOf(tx, userId))
  const found = access.find(({ slug }) => slug === place.slug)
  return (
    found && { kind: "system", side: "host", workspaceId: found.workspaceId, timeZone: found.timeZone, job: "demo" }
  )
}

const founded = async (platform: Platform, { place }: Vendor, people: People): Promise<System> => {
  const { slug: _, ...system } = await foundWorkspace(platform, { ...place, isDemo: true }, people)
  return { ...system, job: "demo" }
}

/** Lets the partner's person in, as if she had accepted an invitation. */
const admitPartner = async (platform: Platform, system: System): Promise<void> => {
  const { id: userId, name, email } = await accountOf(platform, partnerPerson)
  await platform.transact(system, async (tx) => {
    const organizationId = await store.organizationOf(tx, partnerPerson.company)
    const { role } = partnerPerson
    await admitPartnerUser(tx, { id: newId(), userId, name, email, organizationId, role })
  })
}
