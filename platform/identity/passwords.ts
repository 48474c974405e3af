import { hashPassword, verifyPassword } from "better-auth/crypto"
import { endOthers } from "./changes.ts"
import type { Ground } from "./ground.ts"

const ownAccount = `"userId" = $1 and "providerId" = 'credential'`

/** Passwords for whoever runs the installation; people change their own at the pages. */
export const passwordsIn = (ground: Ground) => ({
  isPasswordOf: async (userId: string, password: string): Promise<boolean> => {
    const { rows } = await ground.pool.query<{ password: string | null }>(
      `select "password" from account where ${ownAccount}`,
      [userId],
    )
    const hash = rows[0]?.password
    return typeof hash === "string" && (await verifyPassword({ hash, password }))
  },
  replacePassword: async (userId: string, password: string | undefined): Promise<void> => {
    const hash = password === undefined ? null : await hashPassword(password)
    const { rows } = await ground.pool.query<{ email: string }>(
      `with changed as (update account set "password" = $2, "updatedAt" = $3 where ${ownAccount})
        select "email" from "user" where "id" = $1`,
      [userId, hash, ground.clock.now()],
    )
    if (rows[0]) await endOthers(ground, { id: userId, email: rows[0].email })
  },
})
