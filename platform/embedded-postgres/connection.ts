import { Client } from "pg"

/** The role that owns everything and runs migrations; the application itself uses a lesser one. */
export const ownerRole = "keelson_owner"

export const urlOf = (port: number, password: string, database: string): string =>
  `postgresql://${ownerRole}:${password}@127.0.0.1:${port}/${database}`

/** One connection, one piece of work, closed again. */
export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A server that dies under an idle connection is found out by the next query, not by a crash of ours.
  client.on("error", () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes a database when there is none of that name. */
export const ensureDatabase = (maintenanceUrl: string, name: string): Promise<void> =>
  withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  })
