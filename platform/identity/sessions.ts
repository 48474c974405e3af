import type { BetterAuthPlugin } from "better-auth"
import { createAuthEndpoint, sessionMiddleware } from "better-auth/api"
import { z } from "zod"
import type { Ground } from "./ground.ts"

/** One's own sessions: where one is signed in, and ending that. No word that opens one is handed out. */
export const ownSessions = ({ pool }: Ground) =>
  ({
    id: "own-sessions",
    endpoints: {
      ownSessions: createAuthEndpoint("/own-sessions", { method: "GET", use: [sessionMiddleware] }, async (ctx) => {
        const { session } = ctx.context.session
        const { rows } = await pool.query(
          `select "id", "createdAt" as "beganAt", "updatedAt" as "seenAt", coalesce("userAgent", '') as device,
              coalesce("ipAddress", '') as address, "id" = $2 as "isThis"
            from "session" where "userId" = $1 and "expiresAt" > $3 order by "id" = $2 desc, "updatedAt" desc, "id" limit 100`,
          [session.userId, session.id, new Date()],
        )
        return ctx.json({ items: rows })
      }),
      endOwnSession: createAuthEndpoint(
        "/own-sessions/end",
        { method: "POST", use: [sessionMiddleware], body: z.object({ id: z.string().max(100) }) },
        async (ctx) => {
          const { userId } = ctx.context.session.session
          await pool.query(`delete from "session" where "userId" = $1 and "id" = $2`, [userId, ctx.body.id])
          return ctx.json({ ended: true })
        },
      ),
      endOtherSessions: createAuthEndpoint(
        "/own-sessions/end-others",
        { method: "POST", use: [sessionMiddleware] },
        async (ctx) => {
          const { userId, id } = ctx.context.session.session
          await pool.query(`delete from "session" where "userId" = $1 and "id" <> $2`, [userId, id])
          return ctx.json({ ended: true })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
