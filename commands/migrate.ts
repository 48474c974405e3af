import type { Command } from "commander"
import { migrate, waitingMigrations } from "#platform/migrate"
import { withOwner } from "./withOwner.ts"

/** `keelson migrate`: brings the database forward without serving, while servers of the version before may serve. */
export const register = (program: Command): void => {
  program
    .command("migrate")
    .description("bring the database up to date and end; servers of the version before may go on meanwhile")
    .action(() =>
      withOwner(
        async ({ client, ownerUrl, say }) => {
          const { rows } = await client.query("select to_regclass('schema_migration') as is")
          const waiting = rows[0]?.is ? await waitingMigrations(client) : undefined
          await migrate({ ownerUrl, say })
          const [first, ...more] = waiting ?? []
          if (waiting === undefined) say("The database is made.")
          else
            say(
              first
                ? `Brought forward by ${[first, ...more].join(", ")}.`
                : "The database is up to date: nothing to do.",
            )
          return true
        },
        { mayBeFirst: true },
      ),
    )
}
