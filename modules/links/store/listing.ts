import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { LinkState } from "../rules.ts"
import { links } from "./link.ts"

type Asked = Readonly<{
  limit: number
  sort: "issuedAt" | "-issuedAt"
  after?: string | undefined
  state?: LinkState | undefined
  act?: string | undefined
  partnership?: Id | undefined
  search?: string | undefined
}>

/** The state as `stateOfLink` says it. */
const stateAt = (now: string) => sql<string>`case when pressed_at is not null then 'pressed'
  when revoked_at is not null then 'revoked' when replaced_at is not null then 'replaced' when locked_at is not null then 'locked'
  when expires_at <= ${now} then 'expired' else 'open' end`

const likeAll = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`

export const listLinks = (tx: WorkspaceTx, { state, act, partnership, search, ...asked }: Asked) =>
  links.page(tx, asked, (rows) => {
    let wanted = rows
    if (state !== undefined) wanted = wanted.where(stateAt(tx.now), "=", state)
    if (act !== undefined) wanted = wanted.where("act", "=", act)
    if (partnership !== undefined) wanted = wanted.where("partnershipId", "=", partnership)
    if (search === undefined) return wanted
    return wanted.where(sql<boolean>`(email ilike ${likeAll(search)} or name ilike ${likeAll(search)})`)
  })
