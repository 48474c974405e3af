import { hashPassword } from "better-auth/crypto"
import { sql } from "./database.ts"
import { newId } from "./ids.ts"
import type { Tx } from "./tx.ts"

/** A person's account: one login, however many workspaces they may enter. */
export type User = Readonly<{ id: string; name: string; email: string; locale: string }>

type Row = Omit<User, "locale"> & Readonly<{ locale: string | null }>

const userOf = (row: Row | undefined): User | undefined => row && { ...row, locale: row.locale ?? "en" }

/** Whose address it is; capitals make no difference. */
export const accountByEmail = async ({ db }: Tx, email: string): Promise<User | undefined> =>
  userOf((await sql<Row>`select * from account_by_email(${email})`.execute(db)).rows[0])

export const accountById = async ({ db }: Tx, id: string): Promise<User | undefined> =>
  userOf((await sql<Row>`select * from account_by_id(${id})`.execute(db)).rows[0])

/**
 * Makes an account whose address is known to be theirs (by an invitation or a set-up link), in the same transaction as what it is
 * made for: nobody is left with half of it.
 */
export const makeAccount = async (
  tx: Tx,
  {
    email,
    name,
    password,
    locale = "en",
  }: Readonly<{ email: string; name: string; password: string | Hashed; locale?: string }>,
): Promise<User> => {
  const user = { id: newId(), name, email: email.toLowerCase(), locale }
  await sql`select make_account(${user.id}, ${name}, ${user.email}, ${locale}, ${tx.now}::timestamptz)`.execute(tx.db)
  await givePassword(tx, user.id, password)
  return user
}

/** A password as it is kept: hashing takes a tenth of a second, and who makes many accounts with one password hashes it once. */
export type Hashed = Readonly<{ hash: string }>

export const hashed = async (password: string): Promise<Hashed> => ({ hash: await hashPassword(password) })

export const givePassword = async ({ db, now }: Tx, userId: string, password: string | Hashed): Promise<void> => {
  const { hash } = typeof password === "string" ? await hashed(password) : password
  await sql`select keep_password(${userId}, ${hash}, ${now}::timestamptz)`.execute(db)
}

/** Any number that no other lock uses. */
const firstOwner = 5_155_002

/** Of several who want to become the first owner, one goes on at a time, until their transaction ends. */
export const oneFirstOwnerAtATime = async ({ db }: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${firstOwner}::bigint)`.execute(db)
}

/** Whether one of the demo's people can sign in. */
export const isDemoOpen = async ({ db }: Tx): Promise<boolean> => {
  const { rows } = await sql<{ open: boolean }>`select demo_is_open() as open`.execute(db)
  return rows[0]?.open === true
}

/** Lets nobody sign in as one of the demo's people any more, and ends their sessions; says how many could. */
export const endDemoAccounts = async ({ db, now }: Tx): Promise<number> => {
  const { rows } = await sql<{ ended: number }>`select end_demo_accounts(${now}::timestamptz) as ended`.execute(db)
  return rows[0]?.ended ?? 0
}

/** Whether somebody owns a workspace here. */
export const hasOwner = async ({ db }: Tx): Promise<boolean> => {
  const { rows } = await sql<{ has: boolean }>`select has_owner() as has`.execute(db)
  return rows[0]?.has === true
}
