import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import type { Keelson } from "#composition"
import { openKeelson } from "#composition"
import type { MemberRole, PartnerRole, System } from "#core/actor"
import { memberRoles } from "#core/actor"
import type { Endpoint, OutputOf, RequestOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import { foundWorkspace } from "#modules/workspaces"
import { hashed, makeAccount, type User } from "#platform/accounts"
import type { Clock, Machine } from "#platform/clock"
import { readConfig } from "#platform/config"
import { newId } from "#platform/ids"
import type { Module } from "#platform/module"
import type { Platform } from "#platform/platform"
import { addressOf } from "#platform/route"
import { createTestDatabase } from "./database.ts"

export const testPassword = "correct horse battery staple"

export type Answer<O> = Readonly<{ status: number; body: O; headers: Headers }>

/** Someone with a session. */
export type Caller = Readonly<{
  cookie: string
  call<E extends Endpoint>(endpoint: E, input?: RequestOf<E>, more?: CallOptions): Promise<Answer<OutputOf<E>>>
}>

export type CallOptions = Readonly<{
  ifMatch?: number
  idempotencyKey?: string
  file?: { name: string; content: string | Uint8Array }
}>

export type TestWorkspace = Readonly<{
  slug: string
  /** For recording things directly, as a job would. */
  system: System
  as(role: MemberRole): Promise<Caller>
  /** A user of a partner organization. */
  asPartner(organizationId: Id, role?: PartnerRole): Promise<Caller>
}>

export type TestKeelson = Keelson &
  Readonly<{
    address: string
    ownerUrl: string
    workspace(name: string): Promise<TestWorkspace>
    anonymous(slug: string): Caller
    callerFor(slug: string, cookie: string): Caller
  }>

/** The real server over a database of this test file's own, on a free port; closed when the file is done. */
export const startTestKeelson = async (
  options: {
    clock?: Clock
    machine?: Machine
    /** Another server of a database that is there. */
    ownerUrl?: string
    environment?: Record<string, string>
    worker?: boolean
    extraModules?: readonly Module[]
  } = {},
): Promise<TestKeelson> => {
  const ownerUrl = options.ownerUrl ?? (await createTestDatabase()).ownerUrl
  const folder = mkdtempSync(join(tmpdir(), "keelson-test-"))
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "silent",
    REQUESTS_PER_MINUTE: "1000000",
    // The tests stand for one proxy, which says where a request came from.
    TRUST_PROXY: "1",
    KEELSON_FOLDER: folder,
    DATABASE_CONNECTIONS: "8",
    ...options.environment,
  })
  const keelson = openKeelson({
    config,
    ownerUrl,
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.machine ? { machine: options.machine } : {}),
    extraModules: options.extraModules ?? [],
  })
  const { address, close } = await keelson.serve()
  const worker = options.worker ? await keelson.work() : undefined
  afterAll(async () => {
    await close()
    await worker?.stop()
    await keelson.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    ...keelson,
    address,
    ownerUrl,
    anonymous: (slug) => callerWith(address, slug, ""),
    callerFor: (slug, cookie) => callerWith(address, slug, cookie),
    workspace: (name) => makeWorkspace(keelson, address, name),
  }
}

const makeWorkspace = async (keelson: Keelson, address: string, name: string): Promise<TestWorkspace> => {
  const { platform } = keelson
  const key = newId().slice(-12)
  const emailOf = (role: string) => `${role}-${key}@host.example`
  const users = await Promise.all(
    memberRoles.map(async (role) => ({
      role,
      user: await accountFor(platform, { email: emailOf(role), name: `${role} of ${name}` }),
    })),
  )
  const founding = { name, slug: `w-${key}`, timeZone: "Europe/Berlin", country: "DE", currency: "EUR" }
  const { slug, ...system } = await platform.transact({ kind: "anonymous" }, (tx) =>
    foundWorkspace(tx, founding, users),
  )
  return {
    slug,
    system,
    as: async (role) => callerWith(address, slug, await signIn(address, emailOf(role))),
    asPartner: async (organizationId, role = "partner_admin") => {
      const email = `${role}-${newId().slice(-12)}@partner.example`
      const user = await accountFor(platform, { email, name: `${role} of a partner` })
      await platform.transact(system, (tx) =>
        tx.db
          .insertInto("partnerUser")
          .values({
            workspaceId: system.workspaceId,
            id: newId(),
            userId: user.id,
            name: user.name,
            email,
            organizationId,
            role,
            createdAt: tx.now,
          })
          .execute(),
      )
      return callerWith(address, slug, await signIn(address, email))
    },
  }
}

const ofAllTests = hashed(testPassword)

/** Somebody with an account and the password of all tests. */
export const accountFor = async (
  { transact }: Platform,
  person: Readonly<{ email: string; name: string }>,
): Promise<User> => {
  const password = await ofAllTests
  return transact({ kind: "anonymous" }, (tx) => makeAccount(tx, { ...person, password }))
}

/** A real sign-in; each from an address of its own, so that the guard against guessing stays out of the way. */
export const signIn = async (address: string, email: string, password = testPassword): Promise<string> => {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 250)).join(".")}`,
    },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`sign-in of ${email}: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ")
}

export const callerWith = (address: string, slug: string, cookie: string): Caller => ({
  cookie,
  call: async (endpoint, input = {} as never, more = {}) => {
    const values = input as Record<string, unknown>
    const path = addressOf(endpoint)
      .replace(":workspace", slug)
      .replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
    const query = new URLSearchParams()
    for (const name of Object.keys(endpoint.query.shape))
      if (values[name] !== undefined) query.set(name, String(values[name]))
    const body = Object.fromEntries(
      Object.keys(endpoint.input.shape).flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
    )
    const response = await fetch(`${address}${path}${query.size > 0 ? `?${query}` : ""}`, {
      method: endpoint.method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(more.ifMatch === undefined ? {} : { "if-match": `"${more.ifMatch}"` }),
        ...(more.idempotencyKey === undefined ? {} : { "idempotency-key": more.idempotencyKey }),
        ...(endpoint.method === "GET" || more.file ? {} : { "content-type": "application/json" }),
      },
      ...(more.file ? { body: formWith(more.file) } : endpoint.method === "GET" ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: (response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text) as never,
      headers: response.headers,
    }
  },
})

const formWith = ({ name, content }: { name: string; content: string | Uint8Array }): FormData => {
  const form = new FormData()
  form.set("file", new Blob([content as never]), name)
  return form
}
