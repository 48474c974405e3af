import { afterAll, expect, test } from "vitest"
import { createPartnership } from "#contract/partnerships"
import { listOwnPartnerships } from "#contract/portfolio"
import { callerWith, signIn, startTestKeelson, testPassword } from "#test/keelson"
import { runJob } from "#test/promises"
import { plain, startSmtp } from "#test/smtp"
import * as contract from "./contract.ts"

const smtp = await startSmtp()
let offsetMs = 0
const clock = { now: () => new Date(Date.now() + offsetMs).toISOString() }
const keelson = await startTestKeelson({ clock, worker: true, environment: { SMTP_URL: smtp.url } })
afterAll(smtp.stop)
const workspace = await keelson.workspace("Nordwind")
const [owner, admin, manager] = [
  await workspace.as("owner"),
  await workspace.as("admin"),
  await workspace.as("partner_manager"),
]
const nobody = keelson.anonymous(workspace.slug)
const person = { name: "Kim Lee", password: testPassword }

/** The token as it arrives in the mailbox. */
const tokenFor = async (email: string): Promise<string> => {
  const { raw } = await smtp.waitFor(email)
  const text = raw.replaceAll("=\r\n", "").replaceAll("=3D", "=")
  const token = /\/invitation\?token=([\w-]+)/.exec(text)?.[1]
  if (!token) throw new Error(`no link in the mail to ${email}: ${text}`)
  return token
}

test("someone new is invited, reads the mail, accepts, and is in", async () => {
  const sent = await admin.call(contract.invite, { email: "Kim@Nordwind.example", side: "host", role: "contributor" })
  expect(sent.body).toMatchObject({ email: "kim@nordwind.example", state: "open" })
  const mail = await smtp.waitFor("kim@nordwind.example")
  expect(mail.raw).toContain("You get this mail because")
  const token = await tokenFor("kim@nordwind.example")
  const shown = await nobody.call(contract.readInvitation, { token })
  expect(shown.body).toMatchObject({
    workspaceName: "Nordwind",
    hasAccount: false,
    side: "host",
    invitedBy: "admin of Nordwind",
  })
  expect((await nobody.call(contract.acceptInvitation, { token, ...person, name: "" })).body).toMatchObject({
    code: "name-needed",
  })
  expect((await nobody.call(contract.acceptInvitation, { token, ...person, password: "short" })).body).toMatchObject({
    code: "password-too-short",
  })
  const race = await Promise.all([1, 2].map(() => nobody.call(contract.acceptInvitation, { token, ...person })))
  expect(race.map(({ status }) => status).sort()).toEqual([200, 410])
  const kim = callerWith(keelson.address, workspace.slug, await signIn(keelson.address, "kim@nordwind.example"))
  const members = await kim.call(contract.listMembers)
  expect(members.body.items.filter(({ name }) => name === "Kim Lee")).toMatchObject([
    { role: "contributor", isSelf: true },
  ])
  expect((await nobody.call(contract.readInvitation, { token })).body).toMatchObject({ code: "invitation-accepted" })
  expect(
    (await admin.call(contract.invite, { email: "kim@nordwind.example", side: "host", role: "viewer" })).body,
  ).toMatchObject({ code: "already-here" })
})

test("a partner's person comes in on the partner side and sees that partnership only", async () => {
  const made = async (name: string) =>
    (await manager.call(createPartnership, { type: "isv", newOrganization: { name } })).body
  const [contoso] = [await made("Contoso"), await made("Fabrikam")]
  const input = {
    email: "pat@contoso.example",
    side: "partner",
    role: "seller",
    organizationId: contoso.organizationId,
  } as const
  expect((await manager.call(contract.invite, { ...input, organizationId: undefined })).body).toMatchObject({
    code: "employer-needed",
  })
  expect((await manager.call(contract.invite, { ...input, role: "finance" })).body).toMatchObject({
    code: "role-of-other-side",
  })
  expect((await manager.call(contract.invite, input)).status).toBe(201)
  const token = await tokenFor(input.email)
  expect((await nobody.call(contract.acceptInvitation, { token, ...person, name: "Pat" })).body).toEqual({
    ...{ slug: workspace.slug, side: "partner", partnershipId: contoso.id },
  })
  const pat = callerWith(keelson.address, workspace.slug, await signIn(keelson.address, input.email))
  expect((await pat.call(listOwnPartnerships)).body.items).toMatchObject([{ name: "Contoso" }])
  expect((await pat.call(contract.listMembers)).status).toBe(403)
  expect((await pat.call(contract.listInvitations)).status).toBe(403)
  const users = (await manager.call(contract.listPartnerUsers, { organization: contoso.organizationId })).body.items
  expect(users).toMatchObject([{ name: "Pat", organizationName: "Contoso", role: "seller" }])
  const [user] = users
  await manager.call(contract.deactivatePartnerUser, { partnerUser: user?.id ?? "" })
  // The server remembers who somebody is for a few seconds.
  await expect.poll(async () => (await pat.call(listOwnPartnerships)).status).toBe(404)
})

test("scenario 4: who has an account proves it first; somebody else's session does not do", async () => {
  const elsewhere = await keelson.workspace("Elsewhere")
  const stranger = await elsewhere.as("owner")
  const email = (await stranger.call(contract.listMembers)).body.items.find(({ isSelf }) => isSelf)?.email ?? ""
  await owner.call(contract.invite, { email, side: "host", role: "viewer" })
  const token = await tokenFor(email)
  expect((await nobody.call(contract.readInvitation, { token })).body.hasAccount).toBe(true)
  expect((await nobody.call(contract.acceptInvitation, { token, ...person })).body).toMatchObject({
    code: "sign-in-first",
  })
  expect((await manager.call(contract.acceptInvitation, { token })).body).toMatchObject({ code: "other-address" })
  expect((await stranger.call(contract.acceptInvitation, { token })).body).toEqual({
    slug: workspace.slug,
    side: "host",
    partnershipId: null,
  })
})

test("a link taken back, replaced, expired or invented opens nothing", async () => {
  const invite = (email: string) => owner.call(contract.invite, { email, side: "host", role: "viewer" })
  const revoked = (await invite("revoked@nordwind.example")).body
  const first = await tokenFor("revoked@nordwind.example")
  expect((await manager.call(contract.revokeInvitation, { invitation: revoked.id })).status).toBe(403)
  expect((await owner.call(contract.revokeInvitation, { invitation: revoked.id })).body.state).toBe("revoked")
  expect((await owner.call(contract.revokeInvitation, { invitation: revoked.id })).status).toBe(409)
  expect((await nobody.call(contract.acceptInvitation, { token: first, ...person })).body).toMatchObject({
    code: "invitation-revoked",
  })

  await invite("twice@nordwind.example")
  const replaced = await tokenFor("twice@nordwind.example")
  await invite("twice@nordwind.example")
  expect((await nobody.call(contract.readInvitation, { token: replaced })).body).toMatchObject({
    code: "invitation-revoked",
  })

  await invite("late@nordwind.example")
  const late = await tokenFor("late@nordwind.example")
  offsetMs = 15 * 86_400_000
  expect((await nobody.call(contract.acceptInvitation, { token: late, ...person })).body).toMatchObject({
    code: "invitation-expired",
  })
  offsetMs = 0
  expect((await nobody.call(contract.readInvitation, { token: "x".repeat(43) })).status).toBe(404)
})

test("who may invite whom", async () => {
  const input = { email: "boss@nordwind.example", side: "host", role: "owner" } as const
  expect((await admin.call(contract.invite, input)).body).toMatchObject({ code: "owners-only" })
  expect((await manager.call(contract.invite, { ...input, role: "viewer" })).body).toMatchObject({
    code: "role-may-not",
  })
  expect((await owner.call(contract.invite, input)).status).toBe(201)
  const stranger = await (await keelson.workspace("Third")).as("owner")
  const [open] = (await owner.call(contract.listInvitations)).body.items
  expect((await stranger.call(contract.revokeInvitation, { invitation: open?.id ?? "" })).status).toBe(404)
  expect((await stranger.call(contract.listInvitations)).body.items).toEqual([])
})

test("an invitation that a server of an earlier release queued is mailed with a link of its own", async () => {
  const email = "queued@nordwind.example"
  const { id } = (await owner.call(contract.invite, { email, side: "host", role: "viewer" })).body
  const first = await tokenFor(email)
  const { workspaceId } = workspace.system
  await runJob("send-invitation", keelson, { workspaceId, invitationId: id })
  const mails = () => smtp.mails().filter(({ to }) => to.includes(email))
  await expect.poll(() => mails().length).toBe(2)
  const token = /token=([\w-]+)/.exec(plain(mails()[1]?.raw ?? ""))?.[1] ?? ""
  expect(token).not.toBe(first)
  expect((await nobody.call(contract.readInvitation, { token })).body).toMatchObject({ email })
  await owner.call(contract.revokeInvitation, { invitation: id })
  await runJob("send-invitation", keelson, { workspaceId, invitationId: id })
  expect((await nobody.call(contract.readInvitation, { token })).body).toMatchObject({ code: "invitation-revoked" })
})
