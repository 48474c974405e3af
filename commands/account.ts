import type { Command } from "commander"
import { withOwner } from "./withOwner.ts"

/** `keelson account`: what only whoever runs the installation may do to a person's account. */
export const register = (program: Command): void => {
  program
    .command("account")
    .description("what only whoever runs the installation may do to a person's account")
    .command("forget-factor <email>")
    .description("turn off the second factor of somebody who lost it and their recovery codes; ends their sessions")
    .action((email: string) =>
      withOwner(async ({ client, say }) => {
        const { rowCount } = await client.query(
          `with person as (update identity."user" set "twoFactorEnabled" = false where "email" = lower($1) and "twoFactorEnabled" returning "id"),
            factor as (delete from identity."twoFactor" f using person p where f."userId" = p."id"),
            sessions as (delete from identity."session" s using person p where s."userId" = p."id")
          select from person`,
          [email],
        )
        say(rowCount ? `${email} signs in without a second factor now.` : `Nobody with the address ${email} has one.`)
        return rowCount === 1
      }),
    )
}
