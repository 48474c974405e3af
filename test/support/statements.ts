import pg from "pg"

/**
 * The statements that some work sends to PostgreSQL inside this workspace, in their order and without their values: whoever could
 * measure time would measure these. The server under test lives in this process.
 */
export const statementsOf = async (workspaceId: string, work: () => Promise<unknown>): Promise<readonly string[]> => {
  const sent: string[] = []
  const within = new WeakSet<pg.Client>()
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked] = given as [string | { text?: string }]
    const text = typeof asked === "string" ? asked : (asked.text ?? "")
    if (text.startsWith("begin") && text.includes(`app.workspace_id = '${workspaceId}'`)) within.add(this)
    // A read is answered before its transaction has ended.
    if (text === "commit" || text === "rollback") within.delete(this)
    if (within.has(this)) sent.push(text)
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}
