import { type LinkAct, leadsElsewhere } from "#platform/link"

/** Where a link leads: its own page, unless the act has one of the web's. */
export const addressOfLink = (act: LinkAct, token: string): string =>
  leadsElsewhere(act) ? act.address(token) : `/l/${token}`
