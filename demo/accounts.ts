import { accountByEmail } from "#platform/accounts"
import type { Platform } from "#platform/platform"
import { seal } from "#platform/seal"
import { hostPeople } from "./cast.ts"
import { partnerPeople, partnerPerson, vendors } from "./vendors.ts"

/** Who signs in to look at the demo: as the vendor, and as a partner. */
export const demoAccount = { email: hostPeople[0].email } as const
export const demoPartner = { email: partnerPerson.email } as const

/** What every installation of earlier versions had, printed in public. */
const published = "keelson-demo-2026"

const letters = "abcdefghjkmnpqrstuvwxyz23456789"

/**
 * The password of the demo's people in this installation: it follows from the installation's secret, so that it is a different one
 * everywhere, and nobody has to keep it to print it again.
 */
export const demoPassword = (secret: string): string => {
  const drawn = [...Buffer.from(seal(secret, "password of the demo's people"), "base64url").subarray(0, 20)]
  return drawn.map((byte, index) => (index > 0 && index % 5 === 0 ? "-" : "") + letters[byte % letters.length]).join("")
}

type Signing = Pick<Platform, "transact" | "identity" | "config">

const emails = [...new Set([...vendors.flatMap(({ people }) => people), ...partnerPeople].map(({ email }) => email))]

const everybody = async ({ transact }: Signing): Promise<readonly string[]> => {
  const found = await transact({ kind: "anonymous" }, async (tx) => {
    const ids: string[] = []
    for (const email of emails) ids.push((await accountByEmail(tx, email))?.id ?? "")
    return ids
  })
  return found.filter((id) => id !== "")
}

/** Puts away the password that everybody knows, wherever it still holds, and ends the sessions it opened; says for how many. */
export const replacePublished = async (platform: Signing): Promise<number> => {
  let replaced = 0
  for (const id of await everybody(platform))
    if (await platform.identity.isPasswordOf(id, published)) {
      await platform.identity.replacePassword(id, demoPassword(platform.config.secret))
      replaced++
    }
  return replaced
}

/** Gives all of the demo's people this installation's password, or none that anybody could type; says how many there are. */
export const givePasswords = async (platform: Signing, password: string | undefined): Promise<number> => {
  const people = await everybody(platform)
  for (const id of people) await platform.identity.replacePassword(id, password)
  return people.length
}

/** Who can be signed in as with this installation's password. */
export const openDemoAccounts = async ({ transact, identity, config }: Signing): Promise<readonly string[]> => {
  const password = demoPassword(config.secret)
  const open: string[] = []
  for (const { email } of [demoAccount, demoPartner]) {
    const account = await transact({ kind: "anonymous" }, (tx) => accountByEmail(tx, email))
    if (account && (await identity.isPasswordOf(account.id, password))) open.push(email)
  }
  return open
}
