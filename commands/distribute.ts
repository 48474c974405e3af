import type { Command } from "commander"
import { isCitus } from "#platform/cluster/catalogue"
import { checkRolesOnWorkers, distribute } from "#platform/cluster/distribute"
import { migrate } from "#platform/migrate"
import { withOwner } from "./withOwner.ts"

/** `keelson distribute`: from then on tenants' tables lie on the machines of a Citus cluster. */
export const register = (program: Command): void => {
  program
    .command("distribute")
    .description("spread the tables over the machines of a Citus cluster; cut short, run it again")
    .action(() =>
      withOwner(
        async ({ client, ownerUrl, say }) => {
          if (!(await isCitus(client))) {
            say(
              "This PostgreSQL is no Citus cluster: run create extension citus and add its workers first, as docs/operating.md says.",
            )
            return false
          }
          await migrate({ ownerUrl, say })
          const steps = await distribute(client, say)
          await checkRolesOnWorkers(client)
          say(
            steps === 0
              ? "Everything is in its place: nothing to do."
              : "Done: every workspace lies whole on one machine.",
          )
          return true
        },
        { mayBeFirst: true },
      ),
    )
}
