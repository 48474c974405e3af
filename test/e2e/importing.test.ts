import { expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"

const { keelson, visit } = await startJourney("importing")
const workspace = await keelson.workspace("Importing")
const owner = await workspace.as("owner")
await owner.call(createPartnership, {
  type: "integrator",
  newOrganization: { name: "Halden Systemhaus", evenIfSimilar: true },
})
const imports = `/w/${workspace.slug}/imports`

/** As a German spreadsheet writes it: title rows, semicolons, decimal commas, days and months that may be either. */
const report = Buffer.from(
  [
    "Aktivitäten 2026;;;;",
    "Erstellt von Jürgen Größer;;;;",
    "Firma;Datum;Aktivität;Betreff;Stunden",
    "Halden Systemhaus;03/04/2026;Anruf;Gespräch über Größe;1,5",
    "Halden Systemhaus;05/06/2026;Workshop;;2,5",
    "Halden Sytemhaus;07/08/2026;Anruf;;0,5",
    "Müller & Söhne;09/10/2026;Anruf;;0,5",
    "Halden Systemhaus;31/02/2026;Anruf;;0,5",
    "Halden Systemhaus;04/05/2026;Anruf;;viel",
  ].join("\r\n"),
  "latin1",
)

test("a German report with questions, unknown partners and errors is imported, and undone", async () => {
  const { page, go, see } = await visit({ cookie: owner.cookie })
  await go(imports)
  await see("empty")
  await page.locator("input[type=file]").setInputFiles({ name: "bericht.csv", mimeType: "text/csv", buffer: report })
  await page.getByText("The column names are in line 3").waitFor()
  await page.getByText("Gespräch über Größe").waitFor()
  await page.getByRole("radio", { name: "Month first: 03/04/2026 is 4 Mar 2026" }).waitFor()
  expect(await page.getByRole("button", { name: "Check every row" }).getAttribute("aria-disabled")).toBe("true")
  await see("columns")
  await page.getByRole("radio", { name: "Day first: 03/04/2026 is 3 Apr 2026" }).click()
  await page.getByRole("button", { name: "Check every row", disabled: false }).click()
  await page.getByRole("button", { name: "Import 3 rows" }).waitFor()
  await page.getByText("There is no such day or time in the calendar.").waitFor()
  await see("checked")
  const decide = async (name: string, choice: string) => {
    await page.getByRole("combobox", { name }).click()
    await page.getByRole("option", { name: choice }).click()
  }
  await decide("Halden Sytemhaus", "Is Halden Systemhaus")
  await decide("Müller & Söhne", "Make a new partner")
  await page.getByRole("button", { name: "Check again with these decisions" }).click()
  await page.getByRole("button", { name: "Import 5 rows" }).click()
  await page.getByText("Made by this import").waitFor()
  await page.getByText("5 activities").waitFor()
  await page.getByText("There is no such day or time in the calendar.").waitFor()
  expect(await page.getByText("No partner is called").count()).toBe(0)
  await see("imported")
  await page.reload()
  await page.getByText("5 activities").waitFor()
  await page.getByRole("link", { name: "See the portfolio" }).click()
  await page.getByRole("link", { name: "Müller & Söhne" }).waitFor()
  await go(imports)
  await see("list")
  await page.getByRole("link", { name: "bericht.csv" }).click()
  await page.getByRole("button", { name: "Undo import" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click()
  await page.getByText("Taken back").waitFor()
  await see("undone")
  await go(`/w/${workspace.slug}/portfolio`)
  await page.getByRole("link", { name: "Halden Systemhaus" }).waitFor()
  expect(await page.getByRole("link", { name: "Müller & Söhne" }).count()).toBe(0)
})

test("on a phone and in German: a picture is refused in words, a list is imported, a file is discarded", async () => {
  const { page, go, see, expectRefusal } = await visit({ cookie: owner.cookie, look: phone, locale: "de-DE" })
  expectRefusal(`422 POST /api${imports}`)
  await go(imports)
  const send = (name: string, buffer: Buffer) =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer })
  await send("bild.csv", Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001", "hex"))
  await page.getByText("Diese Datei ist keine Tabelle.").waitFor()
  await see("refused", [phone])
  await send("partner.csv", Buffer.from("Firma;Typ\nContoso;ISV\nFabrikam;Freund\n"))
  await page.getByRole("button", { name: "Alle Zeilen prüfen" }).click()
  await page.getByText("Was bedeutet „Freund“?").waitFor()
  await see("checked-german", [phone])
  await page.getByRole("combobox", { name: "Was bedeutet „Freund“?" }).click()
  await page.getByRole("option", { name: "Die Zeile weglassen" }).click()
  await page.getByRole("button", { name: "Mit diesen Entscheidungen noch einmal prüfen" }).click()
  await page.getByText("Dieser Wert ist hier nicht bekannt.").waitFor()
  await page.getByRole("button", { name: "1 Zeile importieren" }).click()
  await page.getByText("Von diesem Import angelegt").waitFor()
  await page.getByRole("link", { name: "Zum Portfolio" }).click()
  await page.getByRole("link", { name: "Contoso" }).waitFor()
  await go(imports)
  await send("andere.csv", Buffer.from("Firma;Typ\nNorthwind;ISV\n"))
  await page.getByRole("button", { name: "Verwerfen" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Verwerfen" }).click()
  await page.getByText("partner.csv").waitFor()
  await page.getByText("andere.csv").waitFor({ state: "detached" })
})
