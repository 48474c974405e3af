import { setTimeout as pause } from "node:timers/promises"
import type { Command } from "commander"
import { Option } from "commander"
import type { Keelson } from "#composition"
import { openKeelson } from "#composition"
import type { Instant } from "#core/time"
import { demoAccount, demoPartner, makeDemo } from "#demo"
import { areAllDemo, setUpToken } from "#modules/workspaces"
import { accountByEmail, hasOwner } from "#platform/accounts"
import type { Clock } from "#platform/clock"
import { clockFrom, machineClock } from "#platform/clock"
import { ClockFault, realWorkspacesStay } from "#platform/clock-setting"
import type { Config } from "#platform/config"
import { migrate } from "#platform/database"
import type { Platform } from "#platform/platform"
import type { OpenDatabase } from "./openDatabase.ts"
import { configOrExit, openDatabase, say } from "./openDatabase.ts"
import { sayStartFault } from "./sayStartFault.ts"
import { stopAsked } from "./stopAsked.ts"

type Options = Readonly<{ only?: "web" | "worker"; demo: boolean; movedClock?: true }>

/** `keelson start`: database, migrations, server and worker; until it is asked to stop. */
export const register = (program: Command): void => {
  program
    .command("start")
    .description("start the database (unless DATABASE_URL names one), bring it up to date, serve, and run jobs")
    .addOption(new Option("--only <part>", "run only the web server or only the worker").choices(["web", "worker"]))
    .option("--no-demo", "make no demo workspace on the first start; print a link that makes the first owner instead")
    .option(
      "--moved-clock",
      "start at the moment KEELSON_CLOCK names, to try things out; only where nothing but the demo is",
    )
    .action(start)
}

const start = async ({ only, demo, movedClock }: Options): Promise<void> => {
  const config = configOrExit({ mayMoveClock: movedClock ?? false })
  const asked = stopAsked()
  let database: OpenDatabase | undefined
  let keelson: Keelson | undefined
  try {
    database = await openDatabase(config, { joins: only !== undefined })
    await migrate({ ownerUrl: database.ownerUrl, say })
    keelson = openKeelson({ config, ownerUrl: database.ownerUrl, clock: clockOf(config) })
    if (config.startsAt !== undefined) await startMoved(keelson.platform, config.startsAt)
    if (demo && only !== "worker") await makeDemo(keelson.platform, say)
    const server = only === "worker" ? undefined : await keelson.serve()
    const worker = only === "web" ? undefined : await keelson.work()
    if (server) await sayHowToEnter(keelson.platform, server.address)
    else say("Keelson's worker is ready.")
    await asked
    say("Stopping: requests and jobs under way are finished first.")
    await inTime(Promise.all([server?.close(), worker?.stop()]))
  } catch (fault) {
    sayStartFault(fault, config)
    process.exitCode = 1
  }
  if (keelson) await inTime(keelson.close())
  await database?.stop()
  process.exit()
}

/** Whoever supervises us waits ten seconds as a rule. What is not finished by then is undone by the database, and jobs are run again. */
const inTime = (work: Promise<unknown>): Promise<unknown> => Promise.race([work, pause(patienceMs)])
const patienceMs = 7_000

const clockOf = ({ startsAt }: Config): Clock => (startsAt === undefined ? machineClock : clockFrom(startsAt))

const startMoved = async (platform: Platform, startsAt: Instant): Promise<void> => {
  if (!(await areAllDemo(platform))) throw new ClockFault(realWorkspacesStay)
  say(`The time of everything starts at ${startsAt}: this Keelson is for trying things out.`)
}

const sayHowToEnter = async ({ config, transact }: Platform, address: string): Promise<void> => {
  const link = `${config.publicUrl}/setup?token=${setUpToken(config.secret)}`
  const { email, password } = demoAccount
  const there = await transact({ kind: "anonymous" }, async (tx) => ({
    owner: await hasOwner(tx),
    demo: await accountByEmail(tx, email),
    partner: await accountByEmail(tx, demoPartner.email),
  }))
  if (!there.owner) say(`Nobody owns a workspace here yet. Make the first owner: ${link}`)
  if (there.demo) say(`Demo workspace: sign in with ${email} and the password ${password}`)
  if (there.partner) say(`As a partner of two vendors: sign in with ${demoPartner.email} and the same password`)
  say(`Keelson is ready: ${config.publicUrl} (listening on ${address})`)
}
