import pg from "pg"

/** The migrated database that every test database is a copy of. */
export const templateName = "keelson_template"

/** The address of another database on the same server. */
export const nextTo = (url: string, database: string): string => {
  const other = new URL(url)
  other.pathname = database
  return other.href
}

/** One statement on a connection of its own. */
export const runAsOwner = async (ownerUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
