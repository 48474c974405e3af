import { setTimeout as pause } from "node:timers/promises"
import type { Command } from "commander"
import { Option } from "commander"
import type { Keelson } from "#composition"
import { openKeelson } from "#composition"
import type { Instant } from "#core/time"
import { demoAccount, demoPartner, demoPassword, makeDemo, openDemoAccounts, replacePublished } from "#demo"
import { areAllDemo, setUpToken } from "#modules/workspaces"
import { hasOwner } from "#platform/accounts"
import type { Clock } from "#platform/clock"
import { clockFrom } from "#platform/clock"
import { ClockFault, realWorkspacesStay } from "#platform/clock-setting"
import type { Config } from "#platform/config"
import { migrate } from "#platform/database"
import { refuseClosedFolder } from "#platform/folder"
import type { Platform } from "#platform/platform"
import { isOnlyHere } from "#platform/reach"
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
    refuseClosedFolder(config.folder)
    database = await openDatabase(config, { joins: only !== undefined })
    await migrate({ ownerUrl: database.ownerUrl, say })
    keelson = openKeelson({ config, ownerUrl: database.ownerUrl, ...clockOf(config) })
    if (config.startsAt !== undefined) await startMoved(keelson.platform, config.startsAt)
    if (demo && only !== "worker") await makeDemo(keelson.platform, say)
    if (only !== "worker") await putAwayPublished(keelson.platform)
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

const clockOf = ({ startsAt }: Config): { clock?: Clock } =>
  startsAt === undefined ? {} : { clock: clockFrom(startsAt) }

const startMoved = async (platform: Platform, startsAt: Instant): Promise<void> => {
  if (!(await areAllDemo(platform))) throw new ClockFault(realWorkspacesStay)
  say(`The time of everything starts at ${startsAt}: this Keelson is for trying things out.`)
}

const sayHowToEnter = async (platform: Platform, address: string): Promise<void> => {
  const { config, transact } = platform
  const link = `${config.publicUrl}/setup?token=${setUpToken(config.secret)}`
  if (!(await transact({ kind: "anonymous" }, hasOwner)))
    say(`Nobody owns a workspace here yet. Make the first owner: ${link}`)
  await sayDemo(platform)
  say(`Keelson is ready: ${config.publicUrl} (listening on ${address})`)
}

/** Before anybody is served. */
const putAwayPublished = async (platform: Platform): Promise<void> => {
  const replaced = await replacePublished(platform)
  if (replaced > 0)
    say(`The password that all demos had in earlier versions is replaced, for ${replaced} of its people.`)
}

/** The password is printed where only this machine can open Keelson; elsewhere whoever keeps the log would have it. */
const sayDemo = async (platform: Platform): Promise<void> => {
  const open = await openDemoAccounts(platform)
  if (open.length === 0) return
  if (!isOnlyHere(platform.config))
    return say("Demo workspace: `npx keelson demo password` says how to sign in, `npx keelson demo end` closes it.")
  const password = demoPassword(platform.config.secret)
  if (open.includes(demoAccount.email))
    say(`Demo workspace: sign in with ${demoAccount.email} and the password ${password}`)
  if (open.includes(demoPartner.email))
    say(`As a partner of two vendors: sign in with ${demoPartner.email} and the password ${password}`)
}
