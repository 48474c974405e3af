import { type LinkAct, takesPress } from "#platform/link"

/** Where a link leads: its own page, unless the act has one of the web's. */
export const addressOfLink = (act: LinkAct, token: string): string =>
  takesPress(act) ? `/l/${token}` : act.address(token)
