/**
 * The demo workspace: an invented vendor, forty partnerships of every type and thirty months in which different things
 * happen to them. It is made once, on the first start; the same seed tells the same stories, ending today.
 */

import type { System } from "#core/actor"
import { dateIn } from "#core/time"
import { scanEverything } from "#modules/drift"
import { foundWorkspace } from "#modules/workspaces"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { cast, host, hostPeople } from "./cast.ts"
import { recordRole } from "./record.ts"

/** How to sign in to the demo. */
export const demoAccount = { email: hostPeople[0].email, password: "keelson-demo-2026" } as const

const firstSeed = 20_260

/** Makes the demo's people, workspace and history; answers the actor that may work in it. */
export const makeDemo = async (platform: Platform, say: (line: string) => void): Promise<System> => {
  const today = dateIn(host.timeZone, platform.clock.now())
  const people = await Promise.all(
    hostPeople.map(async (person) => {
      const user = await platform.identity.createUser({
        email: person.email,
        name: person.name,
        password: demoAccount.password,
      })
      return { ...person, user, memberId: newId() }
    }),
  )
  const { slug: _, ...system } = await foundWorkspace(platform, { ...host, isDemo: true }, people)
  for (const [index, role] of cast.entries()) {
    const owner = people[index % 3]
    if (owner) await recordRole(platform, system, role, firstSeed + index * 10, owner, today)
    if (index % 10 === 9) say(`demo workspace: ${index + 1} of ${cast.length} partnerships`)
  }
  say("demo workspace: looking for drift")
  await scanEverything(platform, system)
  return system
}
