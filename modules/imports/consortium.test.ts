import { expect, test } from "vitest"
import { recordConsortium } from "#test/consortium"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })
const workspace = await keelson.workspace("Nordwind")
const { partnership, companies, host } = await recordConsortium(workspace)
const [lead, second] = companies

const importFile = async (content: string) => {
  const { body } = await host.call(contract.uploadImport, {}, { file: { name: "file.csv", content } })
  await host.call(contract.startImport, { import: body.id })
  for (;;) {
    const run = (await host.call(contract.getImport, { import: body.id })).body
    if (["imported", "failed"].includes(run.state)) return run
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const partiesOf = (table: "commitment" | "measurement" | "deal" | "activity" | "roleAssignment") =>
  keelson.platform.transact(workspace.system, async ({ db, actor }) =>
    (
      await db
        .selectFrom(table)
        .select("partyId")
        .where("workspaceId", "=", actor.workspaceId)
        .where("partnershipId", "=", partnership)
        .execute()
    ).map(({ partyId }) => partyId),
  )
const workspaceId = workspace.system.workspaceId

test("the owed-by column names the company; 'partner' alone is left open and refused", async () => {
  const run = await importFile(
    [
      "partner,owed by,promise,how often",
      "Grid,us,Answer,monthly",
      "Grid,Grid One,Report,monthly",
      "Grid,Grid Two,Report,monthly",
      "Grid,partner,Report,monthly",
      "Grid,Nobody Ltd,Report,monthly",
    ].join("\n"),
  )
  expect(run).toMatchObject({ state: "imported", rowsFailed: 2 })
  expect((await partiesOf("commitment")).toSorted()).toEqual([workspaceId, lead, second].toSorted())
})

test("a company's own name in the partner's column says whose a fact is", async () => {
  const run = await importFile(
    [
      "partner,deal,state,registered on",
      "Grid Two,Data platform,approved,2026-03-02",
      "Grid One,Data lake,approved,2026-03-02",
      "Grid,Nobody's,approved,2026-03-02",
    ].join("\n"),
  )
  expect(run).toMatchObject({ state: "imported", rowsFailed: 1 })
  expect((await partiesOf("deal")).toSorted()).toEqual([lead, second].toSorted())
  await importFile(["partner,name,email,role", "Grid Two,Ada Two,ada@two.example,champion"].join("\n"))
  expect(await partiesOf("roleAssignment")).toEqual([second])
})
