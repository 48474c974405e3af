import type { Id } from "#core/ids"
import { seal } from "#platform/seal"

/**
 * The word in an invitation's link. It is made from the id and the server's secret, so that the job that writes the mail
 * can make it again and no table or queue ever holds it; the database keeps only its hash.
 */
export const tokenOf = (secret: string, invitation: Id): string => seal(secret, `invitation ${invitation}`)

/** The token is random enough that hashing it needs no secret; the word only keeps this hash apart from others. */
export const hashOfToken = (token: string): string => seal("invitation token", token)
