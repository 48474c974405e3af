import { createHmac } from "node:crypto"
import pg from "pg"

/**
 * The roles under which a running server logs in. None owns anything, and none may become another: the application's, which
 * row-level security binds; the one that sees accounts and nothing else; the one that runs the job queue and nothing else.
 */
export const serverRoles = ["keelson_app", "keelson_identity", "keelson_jobs"] as const
export type ServerRole = (typeof serverRoles)[number]

/** A role of ours cannot log in, and the owner may not change that. The message is one sentence that says what to do. */
export class RoleFault extends Error {
  override name = "RoleFault"
}

/** Their passwords follow from the owner's, so that every server of one database knows them and nobody has to keep them. */
const passwordOf = (ownerUrl: URL, role: ServerRole): string => {
  if (ownerUrl.password === "")
    throw new RoleFault(
      "DATABASE_URL names no password: give the owner one, the passwords of the server's roles follow from it.",
    )
  return createHmac("sha256", decodeURIComponent(ownerUrl.password)).update(`database role ${role}`).digest("base64url")
}

/** Where a role logs in: the owner's address with its own name and password. */
export const addressOfRole = (ownerUrl: string, role: ServerRole): string => {
  const url = new URL(ownerUrl)
  url.password = passwordOf(url, role)
  url.username = role
  return url.href
}

/** Lets every role in that cannot log in yet. A password that is right is left alone: servers start side by side. */
export const letRolesIn = async (client: pg.ClientBase, ownerUrl: string): Promise<void> => {
  for (const role of serverRoles)
    if (!(await canLogIn(addressOfRole(ownerUrl, role)))) await letIn(client, ownerUrl, role)
}

/** invalid_password, invalid_authorization_specification */
const refusals = new Set(["28P01", "28000"])

const canLogIn = async (address: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    return true
  } catch (fault) {
    if (refusals.has((fault as { code?: string }).code ?? "")) return false
    throw fault
  } finally {
    await client.end().catch(() => {})
  }
}

const attempts = 20
const changedMeanwhile = "XX000"
const mayNot = "42501"

const letIn = async (client: pg.ClientBase, ownerUrl: string, role: ServerRole): Promise<void> => {
  const password = passwordOf(new URL(ownerUrl), role)
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`alter role ${role} login password '${password}'`)
      return
    } catch (fault) {
      const { code } = fault as { code?: string }
      // Roles belong to the whole server: another database's Keelson may be at it in the same moment.
      if (code === changedMeanwhile && attempt < attempts) continue
      if (code !== mayNot) throw fault
      throw new RoleFault(
        `The owner in DATABASE_URL may not let ${role} log in: run "grant ${role} to <owner> with admin option" once as a superuser, and start again.`,
        { cause: fault },
      )
    }
  }
}

/** What the queue's role needs on the queue's own tables, which its library owns and changes. */
export const grantQueue = `
  grant usage on schema graphile_worker to keelson_jobs;
  grant select, insert, update, delete on all tables in schema graphile_worker to keelson_jobs;
  grant usage, select on all sequences in schema graphile_worker to keelson_jobs;
  grant execute on all functions in schema graphile_worker to keelson_jobs;
  do $$ declare t text; begin
    for t in select c.oid::regclass::text from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'keelson_jobs') loop
      execute format('create policy keelson_jobs on %s to keelson_jobs using (true) with check (true)', t);
    end loop;
  end $$`
