import { expect, test } from "vitest"
import { getMe } from "#contract/workspaces"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

test.each([
  ["a demo that only this machine opens is nobody's concern", {}, true, false],
  ["a demo that others can open is said so to its people", { PUBLIC_URL: "https://keelson.example" }, true, true],
  ["what is no demo is none, wherever it is opened", { PUBLIC_URL: "https://keelson.example" }, false, false],
])("%s", async (_, environment, isDemo, isOpenDemo) => {
  const keelson = await startTestKeelson({ environment })
  const owner = await (await keelson.workspace("Nordwind")).as("owner")
  await runAsOwner(keelson.ownerUrl, `update workspace set is_demo = ${isDemo}`)
  expect((await owner.call(getMe)).body.workspaces).toMatchObject([{ isDemo, isOpenDemo }])
})
