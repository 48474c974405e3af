import { openKeelson } from "#composition"
import { nobody } from "#core/ids"
import { columnsOf, lined } from "#modules/portfolio"
import { readConfig } from "#platform/config"
import { sql } from "#platform/database"
import { systemIn } from "#platform/tenants"

const perStatement = 20_000

/** Rows that were seeded past the application have no stored figures yet: they are made as turn-day makes them, in larger pieces. */
export const fillFigures = async (folder: string, ownerUrl: string, workspaceId: string): Promise<void> => {
  const keelson = openKeelson({ config: readConfig({ KEELSON_FOLDER: folder, LOG_LEVEL: "warn" }), ownerUrl })
  const { platform } = keelson
  const { figures } = platform.contributed
  try {
    const system = await systemIn(platform, workspaceId, "bench")
    if (!system) throw new Error(`there is no workspace ${workspaceId}`)
    const columns = sql.join(
      ["partnership_id", "changes_on", ...columnsOf(figures), "line"].map((name) => sql.ref(name)),
    )
    for (let after: string | undefined = nobody; after !== undefined; ) {
      const behind: string = after
      after = await platform.transact(system, async (tx) => {
        const which = sql`(select * from partnership where workspace_id = ${workspaceId} and id > ${behind}
          order by id limit ${perStatement})`
        await sql`insert into partnership_figures (workspace_id, as_of, ${columns})
          select ${workspaceId}, ${tx.today}::date, ${columns} from (${lined(tx, figures, which)}) made
          on conflict (workspace_id, partnership_id) do nothing`.execute(tx.db)
        const { rows } = await sql<{ last: string | null }>`select max(id::text) as last from ${which} page`.execute(
          tx.db,
        )
        return rows[0]?.last ?? undefined
      })
    }
  } finally {
    await keelson.close()
  }
}
