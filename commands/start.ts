import type { Command } from "commander"
import { openKeelson } from "#composition"
import { setUpToken } from "#modules/workspaces"
import { migrate } from "#platform/database"
import type { Platform } from "#platform/platform"
import { configOrExit, openDatabase, say } from "./openDatabase.ts"

type Options = Readonly<{ only?: "web" | "worker"; demo: boolean }>

/** `keelson start`: database, migrations, server and worker; until it is asked to stop. */
export const register = (program: Command): void => {
  program
    .command("start")
    .description("start the database (unless DATABASE_URL names one), bring it up to date, serve, and run jobs")
    .option("--only <part>", "run only the web server or only the worker: web | worker")
    .option("--no-demo", "make no demo workspace on the first start; print a link that makes the first owner instead")
    .action(start)
}

const start = async ({ only }: Options): Promise<void> => {
  const config = configOrExit()
  const database = await openDatabase(config)
  await migrate({ ownerUrl: database.ownerUrl })
  const keelson = openKeelson({ config, ownerUrl: database.ownerUrl })
  const worker = only === "web" ? undefined : await keelson.work()
  const server = only === "worker" ? undefined : await keelson.serve()
  if (server) await sayHowToEnter(keelson.platform, server.address)
  await stopAsked()
  await server?.close()
  await worker?.stop()
  await keelson.close()
  await database.stop()
}

const sayHowToEnter = async ({ config, identity }: Platform, address: string): Promise<void> => {
  say(`Keelson is ready: ${config.publicUrl} (listening on ${address})`)
  if (await identity.isEmpty())
    say(
      `Nobody has an account yet. Make the first owner here: ${config.publicUrl}/setup?token=${setUpToken(config.secret)}`,
    )
}

const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve())
  })
