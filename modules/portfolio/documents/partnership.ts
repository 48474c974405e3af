import type { Ask } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import { type Desk, factsOf, type Made, madeOf, paperOn } from "#modules/documents"
import type { Block, Figure, Paper } from "#platform/documents/paper"
import type { ActPlatform } from "#platform/platform"
import { agreementsTable, amendmentsTable } from "./agreementTables.ts"
import { partnershipCalendar } from "./calendar.ts"
import { lanesFor } from "./lanes.ts"
import { type Audience, type PartnershipFacts, partnershipFacts } from "./partnershipFacts.ts"
import { makePromises } from "./promises.ts"
import { datesTable, openTable, overdueTable, promiseStates } from "./promiseTables.ts"
import { partnershipSentence, sharedSentence } from "./sentences.ts"
import { endWord } from "./signatures.ts"

type Asked = Readonly<{
  partnership: string
  audience: Audience
  isPartner: boolean
  form: "pdf" | "pptx" | "xlsx" | "csv" | "ics"
}>

/** A partnership as a document: a page that a sponsor reads in two minutes, slides, its promises as rows, or its days. */
export const makePartnership = async (
  platform: ActPlatform,
  ask: Ask,
  desk: Desk,
  asked: Asked,
): Promise<Made | Refusal> => {
  const { form } = asked
  if (form === "ics") {
    const calendar = await partnershipCalendar(ask, desk, asked)
    return madeOf(await platform.renderer.make({ form, calendar }), calendar.entries.length)
  }
  if (form === "pdf" || form === "pptx") {
    const paper = partnershipPaper(desk, await partnershipFacts(ask, desk, asked), form)
    return madeOf(await platform.renderer.make({ form, paper }), null)
  }
  return makePromises(platform, ask, desk, asked.partnership, form)
}

const partnershipPaper = (desk: Desk, facts: PartnershipFacts, form: "pdf" | "pptx"): Paper => {
  const { say, format, workspaceName } = desk
  const { record, names, own } = facts
  const since = record.startedOn ? [`${say("partnership:fact.since")} ${format.date(record.startedOn)}`] : []
  return {
    ...paperOn(desk),
    title: record.name,
    subtitle: [say(`marks:type.${record.type}`), say(`marks:stage.${record.stage}`), ...since].join("  ·  "),
    sentence: own ? partnershipSentence(desk, own.page, own.drift) : sharedSentence(desk, names, record),
    audience: own ? say("documents:audience.host", { name: workspaceName }) : say("documents:audience.shared", names),
    facts: factsOf(desk),
    blocks: [
      { kind: "figures", figures: figuresOf(desk, facts) },
      ...(own ? signals(desk, own) : []),
      promiseStates(desk, facts),
      ...(form === "pptx" ? [openTable(desk, facts)] : [overdueTable(desk, facts), datesTable(desk, facts)]),
      agreementsTable(desk, facts),
      ...amendmentsTable(desk, facts),
    ],
    footnotes: [say("documents:portfolio.keptMeans")],
  }
}

const figuresOf = (desk: Desk, { record, names, own }: PartnershipFacts): readonly Figure[] => {
  const { say, format } = desk
  const halfYear = say("documents:partnership.halfYear")
  const kept = (side: "host" | "partner"): Figure => {
    const rate = record.kept[side]
    const share = rate.due > 0 ? rate.kept / rate.due : undefined
    return {
      label: own
        ? say(`documents:partnership.kept.${side}`)
        : say("documents:partnership.keptOf", { name: names[side] }),
      value: share === undefined ? say("marks:kept.nothingDue") : say("marks:kept.of", rate),
      note: halfYear,
      ...(share === undefined ? {} : { tone: share >= 0.8 ? "good" : share >= 0.55 ? "warn" : "bad" }),
    }
  }
  const overdue = record.promises.host.overdue + record.promises.partner.overdue
  const end = record.nextEnd
  return [
    kept("host"),
    kept("partner"),
    {
      label: say("documents:partnership.overdue"),
      value: format.number(overdue),
      note: say("documents:partnership.bySide", {
        hostName: own ? say("marks:kept.oursShort") : names.host,
        host: record.promises.host.overdue,
        partnerName: own ? say("marks:kept.theirsShort") : names.partner,
        partner: record.promises.partner.overdue,
      }),
      ...(overdue > 0 ? { tone: "bad" } : {}),
    },
    {
      label: end?.noticeOn ? say("partnership:fact.notice") : endWord(desk, end?.autoRenews ?? false),
      value: end ? format.date(end.noticeOn ?? end.endsOn) : "–",
      note: end?.noticeOn ? `${endWord(desk, end.autoRenews)} ${format.date(end.endsOn)}` : " ",
    },
  ]
}

/** The host's judgement: the signals that moved, and the likely cause. */
const signals = (desk: Desk, { drift, page }: NonNullable<PartnershipFacts["own"]>): readonly Block[] => {
  const lanes = lanesFor(desk, drift)
  if (lanes.length === 0) return []
  const { say, format } = desk
  const said = [...(page.revenue ? [`${say("portfolio:column.value")}: ${format.money(page.revenue)}`] : [])]
  return [
    {
      kind: "lanes",
      title: say("documents:partnership.signals"),
      label: say("drift:lanes", { count: lanes.length }),
      lanes,
      ...(said.length > 0 ? { note: said.join("  ·  ") } : {}),
    },
  ]
}
