import { afterAll, expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { acceptInvitation, invite, listMembers } from "#contract/people"
import { accountFor, signIn, startTestKeelson, testPassword } from "#test/keelson"
import { runEverything } from "#test/queue"
import { plain, startSmtp } from "#test/smtp"

/* Mails that carry words of strangers: names that are headers or links, addresses that are lists, and an invitation that two accept. */
const smtp = await startSmtp()
afterAll(smtp.stop)
const keelson = await startTestKeelson({ environment: { SMTP_URL: smtp.url } })
const evil = "Nord\r\nBcc: eve@evil.example\r\n\r\n<a href=https://evil.example>Sign in</a>"
const workspace = await keelson.workspace(evil)
const owner = await workspace.as("owner")
const mailsTo = async (email: string) => {
  await runEverything(keelson)
  return smtp.mails().filter(({ to }) => to.includes(email))
}
const tokenIn = (raw: string): string => /\/invitation\?token=([\w-]+)/.exec(plain(raw))?.[1] ?? ""
const invited = async (email: string) => {
  await owner.call(invite, { email, side: "host", role: "viewer" })
  return tokenIn((await mailsTo(email)).at(-1)?.raw ?? "")
}

test("a name with line ends and a link in it makes no header, no second reader and no link in a mail", async () => {
  await owner.call(createOrganization, { name: evil, evenIfSimilar: true })
  await invited("kim@host.example")
  const [mail] = await mailsTo("kim@host.example")
  if (!mail) throw new Error("the invitation is mailed")
  const [head = ""] = mail.raw.split("\r\n\r\n")
  expect(mail.to).toEqual(["kim@host.example"])
  expect(head).not.toMatch(/^bcc:/im)
  expect(head.match(/^subject:/gim)).toHaveLength(1)
  // Words of others are text, which no reader takes for a page, and none of them begins a line.
  expect(mail.raw).not.toMatch(/text\/html/i)
  expect(plain(mail.raw)).not.toMatch(/^(bcc:|<a )/im)
  expect(await mailsTo("eve@evil.example")).toEqual([])
})

test.each([
  "kim@host.example,eve@evil.example",
  "kim@host.example\r\nbcc:eve@evil.example",
  "<kim@host.example> eve@evil.example",
  '"eve@evil.example" <kim@host.example>',
  "kim@host.example;eve@evil.example",
  "eve@evil.example@host.example",
  "kim@[127.0.0.1]",
  "@host.example",
])("%j is no address to invite", async (email) => {
  expect((await owner.call(invite, { email, side: "host", role: "viewer" })).status).toBe(422)
  expect(await mailsTo("eve@evil.example")).toEqual([])
})

test("an invitation that four accept at once, with other names and passwords, lets one person in once", async () => {
  const email = "lee@host.example"
  const token = await invited(email)
  const nobody = keelson.anonymous(workspace.slug)
  const passwords = Array.from({ length: 4 }, (_, at) => `a long password of ${at}`)
  const answers = await Promise.all(
    passwords.map((password, at) => nobody.call(acceptInvitation, { token, name: `Lee ${at}`, password })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410])
  const opens = await Promise.allSettled(passwords.map((password) => signIn(keelson.address, email, password)))
  expect(opens.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const { body } = await owner.call(listMembers)
  expect(body.items.filter((member) => member.email === email)).toHaveLength(1)
})

test("an invitation to an address in other letters finds the account there is, and gives no second one", async () => {
  await accountFor(keelson.platform, { email: "mia@host.example", name: "Mia" })
  const token = await invited("MIA@Host.Example")
  const nobody = keelson.anonymous(workspace.slug)
  // Whoever has the link and not the account cannot set a password of their own for it.
  const taken = await nobody.call(acceptInvitation, { token, name: "Eve", password: "the password of eve" })
  expect(taken.status).toBeGreaterThanOrEqual(400)
  await expect(signIn(keelson.address, "mia@host.example", "the password of eve")).rejects.toThrow()
  expect(await signIn(keelson.address, "mia@host.example", testPassword)).not.toBe("")
})
