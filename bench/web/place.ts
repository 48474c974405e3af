import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startKeelson } from "#bench/child"
import { fillFigures } from "#bench/fill"
import { workspaceOf } from "#bench/place"
import { seed } from "#bench/seed"
import { openKeelson } from "#composition"
import type { listDriftCases } from "#contract/drift"
import type { listOwnPartnerships } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { demoAccount, demoPartner, demoPassword, makeDemo } from "#demo"
import { readConfig } from "#platform/config"
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start"
import { migrate } from "#platform/migrate"

/** A running Keelson and somebody signed in: the demo, its first drifting partnership, and a workspace with a great many. */
export type WebPlace = Readonly<{
  address: string
  cookie: string
  drifting: string
  large: string
  /** The demo's partner, in two vendors' portals, and the first partnership there. */
  partner: Readonly<{ cookie: string; partnership: string }>
}>

/** The demo beside a workspace of `partnerships`, in a temporary folder; gone after `use`. */
export const withWebPlace = async <T>(partnerships: number, use: (place: WebPlace) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "keelson-bench-web-"))
  const postgres = await startEmbeddedPostgres({ folder: join(folder, "postgres"), log: () => {} })
  try {
    const databaseUrl = postgres.ownerUrl
    await migrate({ ownerUrl: databaseUrl })
    const config = readConfig({ KEELSON_FOLDER: folder, LOG_LEVEL: "silent" })
    const demo = openKeelson({ config, ownerUrl: databaseUrl })
    await makeDemo(demo.platform, () => {}).finally(() => demo.close())
    const keelson = await startKeelson({ folder, databaseUrl, only: "web" })
    try {
      const { address } = keelson
      const ask = asker(address)
      const password = demoPassword(config.secret)
      const cookie = await signIn(ask, { ...demoAccount, password })
      const partnerCookie = await signIn(ask, { ...demoPartner, password })
      const founding = { name: "Large", timeZone: "Europe/Berlin", currency: "EUR" }
      const { slug: large } = (await (await ask("/api/workspaces", founding, cookie)).json()) as { slug: string }
      const largeId = await workspaceOf(databaseUrl, large)
      await seed(databaseUrl, largeId, {
        partnerships,
        activities: 0,
        events: 0,
        share: 1,
      })
      await fillFigures(folder, databaseUrl, largeId)
      const cases = (await (await ask("/api/w/demo/drift-cases", undefined, cookie)).json()) as OutputOf<
        typeof listDriftCases
      >
      const own = (await (await ask("/api/w/demo/own-partnerships", undefined, partnerCookie)).json()) as OutputOf<
        typeof listOwnPartnerships
      >
      return await use({
        ...{ address, cookie, drifting: cases.items[0]?.partnershipId ?? "", large },
        partner: { cookie: partnerCookie, partnership: own.items[0]?.id ?? "" },
      })
    } finally {
      await keelson.stop()
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const signIn = async (ask: ReturnType<typeof asker>, account: object): Promise<string> =>
  (await ask("/api/auth/sign-in/email", account)).headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ")

const asker = (address: string) => async (path: string, body?: object, cookie?: string) => {
  const answer = await fetch(`${address}${path}`, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", origin: address, ...(cookie ? { cookie } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
