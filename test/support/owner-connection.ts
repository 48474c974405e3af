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
export const runAsOwner = async <Row extends object>(ownerUrl: string, statement: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
