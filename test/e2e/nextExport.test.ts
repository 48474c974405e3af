import { expect, test } from "vitest"
import { editOrganization, listOrganizations } from "#contract/organizations"
import { importFile } from "#test/imports"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("next-export")
const workspace = await keelson.workspace("Next export")
const owner = await workspace.as("owner")

const fileOf = (rows: readonly string[]) => ["id,name,type,country,industries,tier", ...rows, ""].join("\n")

test("what the next export says otherwise is shown beside what is here, changed, and undone but for what somebody changed since", async () => {
  await importFile(owner, fileOf(["P-1,Lumen Partners,reseller,DK,Energy,", "P-2,Orbit Works,reseller,DE,Retail,"]), {
    kind: "partners",
  })
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(`/w/${workspace.slug}/imports`)
  const next = fileOf(["P-1,Lumen Partners,reseller,SE,Utilities,Gold", "P-2,Orbit Works,reseller,DE,,"])
  const buffer = Buffer.from(next)
  await page.locator("input[type=file]").setInputFiles({ name: "june.csv", mimeType: "text/csv", buffer })
  await page.getByRole("button", { name: "Check every row", disabled: false }).click()
  const compared = page.getByRole("row", { name: "Lumen Partners line 2 Denmark Sweden" })
  await compared.waitFor()
  await page.getByRole("row", { name: "Lumen Partners line 2 nothing Gold" }).waitFor()
  await page.getByRole("row", { name: "Orbit Works line 3 Retail nothing" }).waitFor()
  await see("differs")
  for (const field of ["Country", "Industries", "Tier"]) {
    await page.getByRole("combobox", { name: `${field} differs from what is recorded` }).click()
    await page.getByRole("option", { name: "Take what the file says" }).click()
  }
  await page.getByRole("button", { name: "Check again with these decisions" }).click()
  await page.getByRole("button", { name: "Import 2 rows" }).click()
  await page.getByText("Changed by this import").waitFor()

  const [lumen] = (await owner.call(listOrganizations, { search: "Lumen" })).body.items
  expect(lumen).toMatchObject({ country: "SE", industries: ["Utilities"] })
  const said = { organization: lumen?.id ?? "", name: "Lumen Partners", country: "NO", industries: ["Utilities"] }
  const edited = await owner.call(editOrganization, said, { ifMatch: lumen?.version ?? 0 })
  expect(edited, JSON.stringify(edited.body)).toMatchObject({ status: 200 })
  await page.getByRole("button", { name: "Undo import" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click()
  await page.getByText("As it was before").waitFor()
  await page.getByText("Changed by people since the import, and left as it is").waitFor()
  await page.getByRole("listitem").filter({ hasText: "Lumen Partners" }).getByText("Country").waitFor()
  await see("undone")
  const [back] = (await owner.call(listOrganizations, { search: "Lumen" })).body.items
  expect(back).toMatchObject({ country: "NO", industries: ["Energy"] })
})
