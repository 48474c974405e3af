import type { Desk } from "#modules/documents"
import type { Block } from "#platform/documents/paper"
import type { PartnershipFacts } from "./partnershipFacts.ts"
import { more, mostShown } from "./promiseTables.ts"
import { onFile, signedWords } from "./signatures.ts"

/** The agreements, each with who signed it, or that this is not on file. */
export const agreementsTable = (desk: Desk, { agreements }: PartnershipFacts): Block => {
  const { say } = desk
  return {
    kind: "table",
    title: say("agreements:title"),
    columns: [
      { key: "title", title: say("agreements:field.title"), kind: "text", wide: 1.8 },
      { key: "state", title: say("documents:partnership.state"), kind: "text", wide: 1 },
      { key: "starts", title: say("agreements:field.startsOn"), kind: "date", wide: 1 },
      { key: "ends", title: say("agreements:field.endsOn"), kind: "date", wide: 1 },
      { key: "notice", title: say("partnership:fact.notice"), kind: "date", wide: 1 },
      { key: "value", title: say("documents:partnership.value"), kind: "money", wide: 0.9 },
      { key: "on_file", title: say("documents:partnership.onFile"), kind: "text", wide: 3.4 },
    ],
    rows: agreements
      .slice(0, mostShown)
      .map((each) => [
        each.title,
        { text: say(`agreements:state.${each.state}`), tone: each.isInForce ? "good" : "calm" },
        each.startsOn,
        each.endsOn,
        each.renewal === "renewedAfter" ? null : each.noticeOn,
        each.value,
        onFile(desk, each),
      ]),
    empty: say("agreements:empty.title"),
    ...more(desk, agreements.length),
  }
}

const mostOfReason = 280

/** A row lies on one page. Whoever wants the whole reason reads it at the agreement. */
const shortened = (reason: string | null): string | null =>
  reason !== null && reason.length > mostOfReason ? `${reason.slice(0, mostOfReason).trimEnd()}…` : reason

/** What was amended, from when, why, and who signed it; nothing where nothing was. */
export const amendmentsTable = (desk: Desk, { amendments }: PartnershipFacts): readonly Block[] => {
  const { say, format } = desk
  if (amendments.length === 0) return []
  return [
    {
      kind: "table",
      title: say("agreements:written.amendments"),
      columns: [
        { key: "amendment", title: say("agreements:field.title"), kind: "text", wide: 2 },
        { key: "holds_from", title: say("documents:partnership.holdsFrom"), kind: "text", wide: 1 },
        { key: "reason", title: say("agreements:terminate.reason"), kind: "text", wide: 2.4 },
        { key: "on_file", title: say("documents:partnership.onFile"), kind: "text", wide: 2.6 },
      ],
      rows: amendments
        .slice(0, mostShown)
        .map((each) => [
          say(`agreements:written.${each.kind}`, { title: each.agreementTitle ?? each.title }),
          each.validFrom === null ? say("documents:partnership.fromBeginning") : format.date(each.validFrom),
          shortened(each.reason),
          each.kind === "correction" ? say("documents:partnership.notSignedAnew") : signedWords(desk, each),
        ]),
      empty: "",
      ...more(desk, amendments.length),
    },
  ]
}
