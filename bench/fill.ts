import pg from "pg"
import { openKeelson } from "#composition"
import { columnsOf, lined } from "#modules/portfolio"
import { readConfig } from "#platform/config"
import { sql } from "#platform/database"
import { systemIn } from "#platform/tenants"
import { withoutIndexes } from "./without-indexes.ts"

const perStatement = 20_000

/** Rows that were seeded past the application have no stored figures yet: they are made as turn-day makes them, in larger pieces. */
export const fillFigures = async (folder: string, ownerUrl: string, workspaceId: string): Promise<void> => {
  const keelson = openKeelson({ config: readConfig({ KEELSON_FOLDER: folder, LOG_LEVEL: "warn" }), ownerUrl })
  const { platform } = keelson
  const client = new pg.Client({ connectionString: ownerUrl })
  const { figures } = platform.contributed
  try {
    const system = await systemIn(platform, workspaceId, "bench")
    if (!system) throw new Error(`there is no workspace ${workspaceId}`)
    const columns = sql.join(
      ["partnership_id", "changes_on", ...columnsOf(figures), "line"].map((name) => sql.ref(name)),
    )
    await client.connect()
    const { rows: pieces } = await client.query<{ first: string }>(
      `select id as first from (select id, row_number() over (order by id) - 1 as at from partnership where workspace_id = $1) p
        where at % $2 = 0 order by id`,
      [workspaceId, perStatement],
    )
    const fillPieces = async () => {
      for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
        const { first } = piece
        await platform.transact(system, async (tx) => {
          const which = sql`(select * from partnership where workspace_id = ${workspaceId} and id >= ${first}
            order by id limit ${perStatement})`
          await sql`insert into partnership_figures (workspace_id, as_of, ${columns})
            select ${workspaceId}, ${tx.today}::date, ${columns} from (${lined(tx, figures, which)}) made
            on conflict (workspace_id, partnership_id) do nothing`.execute(tx.db)
        })
      }
    }
    await withoutIndexes(client, ["partnership_figures"], async () => {
      await Promise.all([fillPieces(), fillPieces()])
    })
  } finally {
    await client.end()
    await keelson.close()
  }
}
