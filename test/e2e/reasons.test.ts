import { expect, test } from "vitest"
import { startJourney } from "./journey.ts"

/* Why something may not be done is written in the contracts, left out of what pages carry of these, and fetched by language. */
const { keelson, visit } = await startJourney("reasons")
const workspace = await keelson.workspace("Northwind Cloud")
const viewer = await workspace.as("viewer")
const owner = await workspace.as("owner")
const settings = `/w/${workspace.slug}/settings/workspace`

const roleMayNot = {
  "en-GB": "Your role may not do this. Ask an owner or admin of the workspace.",
  "de-DE": "Ihre Rolle darf das nicht. Fragen Sie einen Inhaber oder Administrator des Arbeitsbereichs.",
}

test.each(Object.entries(roleMayNot))(
  "who may not change a setting reads why beside it, in %s",
  async (locale, reason) => {
    const { page } = await visit({ cookie: viewer.cookie, locale })
    await page.goto(settings)
    await page.getByText(reason).first().waitFor()
  },
)

test("who may is told of no reason", async () => {
  const { page } = await visit({ cookie: owner.cookie, locale: "en-GB" })
  await page.goto(settings)
  await page.getByRole("button", { name: "Save condition" }).waitFor()
  expect(await page.getByText(roleMayNot["en-GB"]).count()).toBe(0)
})
