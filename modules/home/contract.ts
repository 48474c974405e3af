import { z } from "zod"
import { countedShape } from "#core/attention"
import { endpoint, plainDateShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

/** One list that a module brings: `groupOf` of #core/attention reads it by the value under which the module declares it. */
const group = z.object({
  key: z.string(),
  items: z.array(z.record(z.string(), z.unknown())),
  counts: z.record(z.string(), countedShape),
})

export const getHome = endpoint("GET", "/home", {
  summary:
    "What needs a look today, as each module brings it: promises overdue and due on both sides, drift, notice windows and agreements that end. A partner's people are told what both sides know.",
  // Whatever a module brings may stand here, so that any act may change it.
  reads: ["ledger"],
  query: { whose: z.enum(["mine", "all"]).default("mine").describe("mine: of the partnerships one owns") },
  output: z.object({
    today: plainDateShape,
    partnerships: countedShape,
    unread: z.number(),
    groups: z.array(group),
    unreadable: z.array(z.string()).describe("lists that could not be read just now: what they hold is not known"),
  }),
  refusals: roleMayNot,
})
