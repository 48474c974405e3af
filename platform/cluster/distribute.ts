import type pg from "pg"
import { readCatalogue } from "./catalogue.ts"
import { planDistribution, type Step } from "./plan.ts"

/** The database cannot be spread. The message is one sentence that says what to do. */
export class ClusterFault extends Error {
  override name = "ClusterFault"
}

/** Any number; the same for every Keelson. */
const oneAtATime = 5_155_003

/**
 * Brings every tenant table that is not there yet onto the machines of the cluster; `say` hears each step. Answers how many steps it took:
 * none where everything is in place. Cut short, it is called again and goes on.
 */
export const distribute = async (client: pg.ClientBase, say: (line: string) => void): Promise<number> => {
  await client.query("select pg_advisory_lock($1)", [oneAtATime])
  try {
    const steps = planDistribution(await readCatalogue(client))
    for (const [at, step] of steps.entries()) {
      say(`${at + 1} of ${steps.length}: ${step.does}`)
      await take(client, step)
    }
    return steps.length
  } finally {
    await client.query("select pg_advisory_unlock($1)", [oneAtATime]).catch(() => {})
  }
}

const take = async (client: pg.ClientBase, { does, sql, values, onWorkers = false }: Step): Promise<void> => {
  try {
    if (!onWorkers) await client.query(sql, values && [...values])
    else {
      const { rows } = await client.query<{ nodename: string; result: string }>(
        "select nodename, result from run_command_on_workers($1) where not success",
        [sql],
      )
      if (rows[0]) throw new Error(`${rows[0].nodename}: ${rows[0].result}`)
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ClusterFault(
      `The distribution stopped at "${does.replace(/\.$/, "")}" (${reason}); put that right and run keelson distribute again, which goes on from there.`,
      { cause },
    )
  }
}

/** Citus asks the workers under the role that asks it, so each of our roles has to be let in there. */
export const checkRolesOnWorkers = async (client: pg.ClientBase): Promise<void> => {
  for (const role of ["keelson_app", "keelson_identity"]) {
    await client.query(`set role ${role}`)
    const refusing = await workersRefusing(client)
    await client.query("reset role")
    if (refusing.length > 0)
      throw new ClusterFault(
        `${role} may not log in on ${refusing.join(", ")}: let the role in there (alter role ${role} login, and a line in pg_hba.conf for the cluster's machines), as docs/operating.md says.`,
      )
  }
}

const workersRefusing = async (client: pg.ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ place: string; is_let_in: boolean | null }>(`
    select nodename || ':' || nodeport as place, citus_check_connection_to_node(nodename, nodeport) as is_let_in
    from pg_dist_node where isactive and noderole = 'primary' order by 1`)
  return rows.filter(({ is_let_in }) => is_let_in !== true).map(({ place }) => place)
}
