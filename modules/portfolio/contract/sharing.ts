import { z } from "zod"
import { linkStates } from "#contract/links"
import { abilityShape, endpoint, idShape, instantShape, textShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { mostOpenShares } from "../rules.ts"

const sharedWith = z.object({
  id: idShape,
  name: z.string(),
  email: z.string(),
  state: z.enum(linkStates),
  issuedAt: instantShape,
  expiresAt: instantShape,
  mailedAt: instantShape.nullable(),
  abilities: z.object({ revoke: abilityShape }),
})
export type SharedOverview = z.input<typeof sharedWith>

const partnership = { partnership: idShape }

export const listOverviewShares = endpoint("GET", "/partnerships/:partnership/overview-shares", {
  summary: "With whom the overview of a partnership was shared by link, and how each link stands. Never its secret.",
  reads: ["links"],
  params: partnership,
  output: z.object({ items: z.array(sharedWith), abilities: z.object({ share: abilityShape }) }),
  refusals: roleMayNot,
})

export const shareOverview = endpoint("POST", "/partnerships/:partnership/overview-shares", {
  makes: true,
  summary:
    "Mails somebody a link to the overview of a partnership: what both sides see of it, without a sign-in, for thirty days. An earlier one to the same address works no more.",
  changes: ["links"],
  params: partnership,
  input: {
    name: textShape(100),
    email: z.email("an e-mail address, such as kim@example.com").max(254),
    language: z.enum(languageCodes).default("en"),
  },
  output: sharedWith,
  refusals: {
    ...roleMayNot,
    "several-companies": {
      status: 409,
      title: "In a consortium no company may read what another promised. Export a page for whom it is meant instead.",
    },
    "shared-too-often": {
      status: 409,
      title: `The overview is shared with ${mostOpenShares} people already. Take one of these links back first.`,
    },
  },
})

export const revokeOverviewShare = endpoint("POST", "/overview-shares/:share/revoke", {
  summary: "Takes the link to a partnership's overview back; it works no more.",
  changes: ["links"],
  params: { share: idShape },
  output: sharedWith,
  refusals: { ...roleMayNot, "link-closed": { status: 409, title: "This link is no longer open." } },
})
