import { z } from "zod"
import { memberRoles, partnerRoles } from "#core/actor"
import { abilityShape, countryShape, currencyShape, endpoint, idShape, plainDateShape, textShape } from "#core/endpoint"
import { passwordGuessable, roleMayNot } from "#core/refusalTexts"

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, "2 to 40 lower-case letters, digits and hyphens")
export const timeZoneShape = z.string().max(60).refine(isTimeZone, "an IANA time zone, such as Europe/Berlin")

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

export const getMe = endpoint("GET", "/me", {
  summary: "Who is signed in, and every workspace they may enter, on either side.",
  reads: ["members", "partner-users", "workspaces"],
  scope: "person",
  output: z.object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: z.string() }),
    workspaces: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        side: z.enum(["host", "partner"]),
        role: z.enum([...memberRoles, ...partnerRoles]),
        isDemo: z.boolean(),
        isOpenDemo: z.boolean().describe("a demo that can be opened from other machines, by whoever has its password"),
        abilities: z.object({
          endDemo: abilityShape,
          seeToRecord: abilityShape.describe("changes the record of partnerships: imports, new partnerships"),
          seeToWorkspace: abilityShape.describe("answers for the workspace: its ledger, its people's data"),
        }),
        needsFactor: z
          .boolean()
          .describe("asks for a second factor that this person has not turned on; nothing is shown before"),
        partyId: idShape.describe("whom one acts for there: the host, which is the workspace, or one's company"),
        today: plainDateShape.describe("the day it is there, by the workspace's time zone"),
      }),
    ),
    abilities: z.object({ foundWorkspace: abilityShape }),
  }),
})

export const setUpFirstOwner = endpoint("POST", "/set-up", {
  makes: true,
  summary: "Makes the first owner and their workspace, with the one-time link printed at the first start.",
  changes: ["members", "workspaces"],
  scope: "public",
  input: {
    token: z.string().max(200),
    workspaceName: textShape(80),
    name: textShape(80),
    email: z.email().max(254),
    password: z.string().min(10).max(200),
    timeZone: timeZoneShape,
    country: countryShape.optional(),
    currency: currencyShape,
  },
  output: z.object({ slug }),
  refusals: {
    ...passwordGuessable,
    "link-not-valid": {
      status: 403,
      title: "This set-up link is not valid. Copy the whole address that the server printed.",
    },
    "already-set-up": { status: 410, title: "Keelson is already set up. Sign in, or ask an owner to invite you." },
  },
})

export const endDemo = endpoint("POST", "/demo/end", {
  summary:
    "Ends the demo's accounts, of every demo here: nobody can sign in as its people any more, whoever asks for it included. The demos stay.",
  changes: ["members", "partner-users", "workspaces"],
  input: {},
  output: z.object({ ended: z.number().int().describe("accounts that could be signed in to") }),
  refusals: {
    ...roleMayNot,
    "no-demo": { status: 409, title: "This workspace is no demo: its people are real, and go on." },
  },
})

export const foundWorkspace = endpoint("POST", "/workspaces", {
  makes: true,
  summary: "Founds a further workspace. Whoever owns one may; they become its owner and its first member.",
  changes: ["members", "workspaces"],
  scope: "person",
  input: { name: textShape(80), timeZone: timeZoneShape, country: countryShape.optional(), currency: currencyShape },
  output: z.object({ slug }),
  refusals: roleMayNot,
})

const workspaceForHost = z.object({
  id: idShape,
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  country: z.string().nullable(),
  currency: z.string(),
  isDemo: z.boolean(),
  falseAlarmsPerYear: z.number(),
  membersNeedFactor: z.boolean(),
  partnersNeedFactor: z.boolean(),
  version: z.number(),
  abilities: z.object({ edit: abilityShape }),
})
export type WorkspaceForHost = z.input<typeof workspaceForHost>

export const getWorkspace = endpoint("GET", "/workspace", {
  summary: "The workspace's settings.",
  reads: ["workspaces"],
  output: workspaceForHost,
  refusals: roleMayNot,
})

export const editWorkspace = endpoint("PUT", "/workspace", {
  summary: "Changes the workspace's settings.",
  changes: ["workspaces"],
  input: {
    name: textShape(80),
    timeZone: timeZoneShape,
    country: countryShape.optional(),
    currency: currencyShape,
    falseAlarmsPerYear: z.number().min(0.01).max(1).describe("false drift alarms tolerated per partnership and year"),
  },
  edits: true,
  output: workspaceForHost,
  refusals: { ...roleMayNot },
})

export const demandFactor = endpoint("PUT", "/workspace/second-factor", {
  summary: "Says who may enter only with a second factor: the workspace's own people, and its partners'.",
  changes: ["workspaces"],
  input: { membersNeedFactor: z.boolean(), partnersNeedFactor: z.boolean() },
  edits: true,
  output: workspaceForHost,
  refusals: {
    ...roleMayNot,
    "own-factor-first": {
      status: 409,
      title: "Turn on your own second factor first: without it you would shut yourself out.",
    },
  },
})
