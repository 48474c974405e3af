/**
 * The demo workspace: an invented vendor, forty partnerships of every type and thirty months in which different things
 * happen to them; and a smaller vendor that some of the same companies work with, so that a partner's person has two. It is
 * made once, on the first start; the same seeds tell the same stories, ending today.
 */

import type { Actor, Member, System } from "#core/actor"
import type { Id } from "#core/ids"
import { addDays, dateIn } from "#core/time"
import { scanEverything } from "#modules/drift"
import { accessOf, admitPartnerUser, demoFinished, foundWorkspace, peopleOfParty } from "#modules/workspaces"
import { accountByEmail, type Hashed, hashed, hasOwner, makeAccount, type User } from "#platform/accounts"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { systemOf } from "#platform/tenants"
import type { Tx } from "#platform/tx"
import { demoAccount, demoPassword } from "./accounts.ts"
import { keepNotes } from "./consortia.ts"
import { confirmCauses } from "./decisions.ts"
import { tellOfDoors } from "./doors.ts"
import { sendNextExport } from "./nextExport.ts"
import { putThingsOff } from "./putOff.ts"
import { type Company, recordRole } from "./record.ts"
import * as store from "./store.ts"
import { partnerPeople, type Vendor, type VendorPerson, vendors } from "./vendors.ts"
import { saveViews } from "./views.ts"

export {
  demoAccount,
  demoPartner,
  demoPassword,
  givePasswords,
  openDemoAccounts,
  replacePublished,
} from "./accounts.ts"

/** The demo where nobody owns anything yet, or where its making was cut short; nothing where there is nothing to make. */
export const makeDemo = async (platform: Platform, say: (line: string) => void): Promise<void> => {
  const isOurs = await platform.transact(
    { kind: "anonymous" },
    async (tx) => !(await hasOwner(tx)) || (await accountByEmail(tx, demoAccount.email)) !== undefined,
  )
  if (!isOurs) return
  const { secret, demoLanguage: locale } = platform.config
  const password = await hashed(demoPassword(secret))
  for (const vendor of vendors) await makeVendor(platform, vendor, { say, password, locale })
}

/** Their people have worked with it for so long as its stories go back. */
const knownForDays = 900

type Making = Credentials & Readonly<{ say(line: string): void }>

const makeVendor = async (platform: Platform, vendor: Vendor, { say, ...credentials }: Making): Promise<void> => {
  const { place, cast, seed, owners } = vendor
  const { people, system } = await platform.transact({ kind: "anonymous" }, (tx) => opened(tx, vendor, credentials))
  if (await platform.transact(system, store.isFinished)) return
  const known = await platform.transact(system, store.partnershipNames)
  const told = { name: place.name, site: vendor.site }
  const today = dateIn(place.timeZone, platform.clock.now())
  for (const [index, role] of cast.entries()) {
    const owner = { ...(people[index % owners] ?? people[0]), sponsor: vendor.sponsor }
    if (!known.has(role.name))
      await recordRole(platform, system, role, {
        ...{ vendor: told, seed: seed + index * 10, owner, today },
        admit: (tx, company) => admitPeopleOf(tx, company, credentials),
      })
    if (index % 10 === 9) say(`Making the demo workspace: ${index + 1} of ${cast.length} partnerships.`)
  }
  say(`Making the demo workspace of ${place.name}: looking for drift.`)
  await scanEverything(platform, system)
  await keepNotes(platform, system)
  const partner = await admitPartners(platform, system, credentials)
  const { writtenTwice } = vendor
  if (writtenTwice !== undefined) await platform.transact(system, (tx) => store.writtenOnceMore(tx, writtenTwice))
  const sender = people[1]
  if (vendor.nextExport !== undefined && sender !== undefined)
    await sendNextExport(platform, vendor.nextExport, memberOf(system, sender), cast)
  await tellOfDoors(platform, system, people, partner)
  await putThingsOff(platform, memberOf(system, people[0]))
  await platform.transact(system, async (tx) => {
    await store.longSince(tx, addDays(today, -knownForDays))
    await confirmCauses(tx, people[0].user.id)
    if (vendor.hasViews) await saveViews(tx, people)
    await tx.record(demoFinished, { subjectId: system.workspaceId })
  })
}

type Account = VendorPerson & Readonly<{ user: User; userId: string; memberId: Id }>

const memberOf = ({ workspaceId, timeZone }: System, { userId, memberId, role }: Account): Member => ({
  ...{ kind: "member", side: "host", workspaceId, timeZone, userId, memberId, role },
})

type Person = Readonly<{ name: string; email: string }>
/** How its people sign in, and in which language they are written to. */
type Credentials = Readonly<{ password: Hashed; locale: string }>

const accountOf = async (tx: Tx, { name, email }: Person, credentials: Credentials): Promise<User> =>
  (await accountByEmail(tx, email)) ?? makeAccount(tx, { name, email, ...credentials })

/** The vendor's workspace and its people: those that are there, or all of them in one transaction. */
const opened = async (tx: Tx<Actor>, { place, people: [first, ...rest] }: Vendor, credentials: Credentials) => {
  const here = async (userId: string) => (await accessOf(tx, userId)).find(({ slug }) => slug === place.slug)
  const withAccount = async (person: VendorPerson): Promise<Account> => {
    const user = await accountOf(tx, person, credentials)
    return { ...person, user, userId: user.id, memberId: (await here(user.id))?.id ?? newId() }
  }
  const people: [Account, ...Account[]] = [await withAccount(first)]
  for (const person of rest) people.push(await withAccount(person))
  const known = await here(people[0].userId)
  const system: System = known
    ? systemOf({ id: known.workspaceId, timeZone: known.timeZone }, "demo")
    : await foundWorkspace(tx, { ...place, isDemo: true }, people)
  return { people, system }
}

/** Lets a company's people in, as if they had accepted an invitation; whoever is in already stays so. */
const admitPeopleOf = async (tx: Tx<System>, company: Company, credentials: Credentials): Promise<void> => {
  const known = await peopleOfParty(tx, company.organizationId)
  for (const person of partnerPeople.filter((each) => each.company === company.name)) {
    const { id: userId, name, email } = await accountOf(tx, person, credentials)
    if (known.some((each) => each.userId === userId)) continue
    await admitPartnerUser(tx, {
      ...{ id: newId(), userId, name, email, organizationId: company.organizationId, role: person.role },
    })
  }
}

/** Those whose company stands in no partnership of its own, such as a member of a consortium; answers who speaks for a partner first. */
const admitPartners = (platform: Platform, system: System, credentials: Credentials) =>
  platform.transact(system, async (tx) => {
    const admitted: { userId: string }[] = []
    for (const { company: name } of partnerPeople) {
      const organizationId = await store.organizationOf(tx, name)
      if (organizationId === undefined) continue
      await admitPeopleOf(tx, { name, organizationId }, credentials)
      admitted.push(...(await peopleOfParty(tx, organizationId)))
    }
    return admitted[0]
  })
