/**
 * The demo workspace: an invented vendor, forty partnerships of every type and thirty months in which different things
 * happen to them. It is made once, on the first start; the same seed tells the same stories, ending today.
 */

import type { System } from "#core/actor"
import { dateIn } from "#core/time"
import { scanEverything } from "#modules/drift"
import { accessOf, demoFinished, foundWorkspace } from "#modules/workspaces"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { cast, host, hostPeople } from "./cast.ts"
import { confirmCauses } from "./decisions.ts"
import { recordRole } from "./record.ts"
import * as store from "./store.ts"

/** How to sign in to the demo. */
export const demoAccount = { email: hostPeople[0].email, password: "keelson-demo-2026" } as const

const firstSeed = 20_260

/** The demo where nobody has an account yet, or where its making was cut short; undefined where there is nothing to make. */
export const makeDemo = async (platform: Platform, say: (line: string) => void): Promise<System | undefined> => {
  const isFirstStart = await platform.identity.isEmpty()
  if (!isFirstStart && !(await platform.identity.findByEmail(demoAccount.email))) return undefined
  const people = await peopleOfDemo(platform)
  const system = (await existing(platform, people[0].user.id)) ?? (await founded(platform, people))
  if (await platform.transact(system, store.isFinished)) return undefined
  const known = await platform.transact(system, store.partnershipNames)
  const today = dateIn(host.timeZone, platform.clock.now())
  for (const [index, role] of cast.entries()) {
    const owner = people[index % 3] ?? people[0]
    if (!known.has(role.name)) await recordRole(platform, system, role, firstSeed + index * 10, owner, today)
    if (index % 10 === 9) say(`Making the demo workspace: ${index + 1} of ${cast.length} partnerships.`)
  }
  say("Making the demo workspace: looking for drift.")
  await scanEverything(platform, system)
  await platform.transact(system, async (tx) => {
    await confirmCauses(tx, people[0].user.id)
    await tx.record(demoFinished, { subjectId: system.workspaceId })
  })
  return system
}

const peopleOfDemo = async ({ identity, transact }: Platform) => {
  const [first, ...rest] = hostPeople
  const withAccount = async (person: (typeof hostPeople)[number]) => {
    const known = await identity.findByEmail(person.email)
    const user = known ?? (await identity.createUser({ ...person, password: demoAccount.password }))
    const access = await transact({ kind: "person", userId: user.id }, (tx) => accessOf(tx, user.id))
    return { ...person, user, userId: user.id, memberId: access.find(({ slug }) => slug === host.slug)?.id ?? newId() }
  }
  return [await withAccount(first), ...(await Promise.all(rest.map(withAccount)))] as const
}

type People = Awaited<ReturnType<typeof peopleOfDemo>>

const existing = async ({ transact }: Platform, userId: string): Promise<System | undefined> => {
  const access = await transact({ kind: "person", userId }, (tx) => accessOf(tx, userId))
  const found = access.find(({ slug }) => slug === host.slug)
  return (
    found && { kind: "system", side: "host", workspaceId: found.workspaceId, timeZone: found.timeZone, job: "demo" }
  )
}

const founded = async (platform: Platform, people: People): Promise<System> => {
  const { slug: _, ...system } = await foundWorkspace(platform, { ...host, isDemo: true }, people)
  return { ...system, job: "demo" }
}
