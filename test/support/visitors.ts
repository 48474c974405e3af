import type { MemberRole, PartnerRole } from "#core/actor"
import { memberRoles, partnerRoles } from "#core/actor"
import type { Id } from "#core/ids"
import { newId } from "#platform/ids"
import type { Caller, TestKeelson, TestWorkspace } from "./keelson.ts"
import { accountFor, callerWith, signIn } from "./keelson.ts"
import { type Planted, plant, type Secret } from "./planting.ts"

/** Someone who asks, and where they belong: what they may be sent follows from that. */
export type Visitor = Readonly<{
  name: string
  caller: Caller
  /** Who they are to Keelson; empty for nobody. */
  userId: string
  email: string
  /** Where they may enter; undefined when nowhere any more. */
  workspaceId: Id | undefined
  /** Undefined on the host's side. */
  company: Id | undefined
}>

/** Three partnerships: one that everybody asks for, one of another company in the same workspace, one elsewhere. */
export type World = Readonly<{ main: Planted; secrets: readonly Secret[]; visitors: readonly Visitor[] }>

/** Who may ever be sent what only these readers see. */
export const mayBeSent = (
  { ground, readers }: Pick<Secret, "ground" | "readers">,
  { userId, workspaceId, company }: Pick<Visitor, "userId" | "workspaceId" | "company">,
): boolean => {
  if (workspaceId !== ground.workspaceId) return false
  const isHost = company === undefined
  const { leading, second } = ground.companies
  switch (readers) {
    case "host":
      return isHost
    case "company":
      return company === leading
    case "organization":
      return isHost || company === leading
    case "partnership":
      return isHost || company === leading || company === second
    case "host person":
      return userId === ground.people.host
    case "company person":
      return userId === ground.people.company
  }
}

type Person = Readonly<{ name: string; userId: string; memberId: Id; email: string }>

const makePerson = async ({ platform }: TestKeelson, name: string): Promise<Person> => {
  const email = `${name.replaceAll(/\W/g, "-")}-${newId()}@visitor.example`
  const { id } = await accountFor(platform, { email, name })
  return { name, userId: id, memberId: newId(), email }
}

const ended = { deactivatedAt: "2026-01-01T00:00:00Z" }

/** Plants everything three times over, and lets everybody in who has something to ask, or nothing. */
export const openWorld = async (keelson: TestKeelson): Promise<World> => {
  const here = await keelson.workspace("Isolated")
  const there = await keelson.workspace("Elsewhere")
  const person = (name: string) => makePerson(keelson, name)
  const [owner, admin, others, neighbour, silent] = [
    await person("owner"),
    await person("partner_admin"),
    await person("other"),
    await person("elsewhere"),
    await person("nobody in particular"),
  ]
  const plantFor = ({ system }: TestWorkspace, host: Person, company: Person) =>
    plant(keelson, system.workspaceId, { host: host.userId, member: host.memberId, company: company.userId })
  const main = await plantFor(here, owner, admin)
  const beside = await plantFor(here, silent, others)
  const elsewhere = await plantFor(there, neighbour, silent)
  const { leading, second, left } = main.ground.companies

  const visit = async (
    asks: TestWorkspace,
    { name, userId, email }: Person,
    belongs: Partial<Visitor>,
  ): Promise<Visitor> => ({
    name,
    userId,
    email,
    caller: callerWith(keelson.address, asks.slug, await signIn(keelson.address, email)),
    workspaceId: asks.system.workspaceId,
    company: undefined,
    ...belongs,
  })
  const member = async (workspace: TestWorkspace, who: Person, role: MemberRole, more: Partial<typeof ended> = {}) => {
    const { name, userId, email, memberId: id } = who
    await keelson.platform.transact(workspace.system, ({ db, now, actor: { workspaceId } }) =>
      db
        .insertInto("member")
        .values({ workspaceId, id, userId, email, name, role, createdAt: now, ...more })
        .execute(),
    )
    return visit(workspace, who, "deactivatedAt" in more ? { workspaceId: undefined } : {})
  }
  const partner = async (who: Person, company: Id, role: PartnerRole, more: Partial<typeof ended> = {}) => {
    const { name, userId, email } = who
    await keelson.platform.transact(here.system, ({ db, now, actor: { workspaceId } }) =>
      db
        .insertInto("partnerUser")
        .values({
          workspaceId,
          id: newId(),
          userId,
          email,
          name,
          organizationId: company,
          role,
          createdAt: now,
          ...more,
        })
        .execute(),
    )
    return visit(here, who, "deactivatedAt" in more ? { company, workspaceId: undefined } : { company })
  }

  const visitors = [
    await member(here, owner, "owner"),
    ...(await eachOf(memberRoles.slice(1), async (role) => member(here, await person(role), role))),
    await partner(admin, leading, "partner_admin"),
    ...(await eachOf(partnerRoles.slice(1), async (role) => partner(await person(`partner ${role}`), leading, role))),
    await partner(await person("second"), second, "partner_admin"),
    await partner(await person("left"), left, "partner_admin"),
    await partner(others, beside.ground.companies.leading, "partner_admin"),
    await member(here, await person("ended member"), "owner", ended),
    await partner(await person("ended partner"), leading, "partner_admin", ended),
    await member(there, neighbour, "owner"),
    await visit(here, { ...neighbour, name: "stranger" }, { workspaceId: there.system.workspaceId }),
    {
      name: "nobody",
      caller: keelson.anonymous(here.slug),
      ...{ userId: "", email: "", workspaceId: undefined, company: undefined },
    },
  ]
  return { main, secrets: [main, beside, elsewhere].flatMap(({ secrets }) => secrets), visitors }
}

const eachOf = async <T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> => {
  const made: R[] = []
  for (const item of items) made.push(await make(item))
  return made
}
