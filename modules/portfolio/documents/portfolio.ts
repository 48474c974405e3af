import type { Ask } from "#core/endpoint"
import { isRefusal, type Refusal } from "#core/refusal"
import {
  type Desk,
  factsOf,
  gathered,
  type Made,
  madeOf,
  makeSheet,
  type Narrowed,
  paperOn,
  sheetOn,
} from "#modules/documents"
import type { Block, Paper } from "#platform/documents/paper"
import type { ActPlatform } from "#platform/platform"
import { getPortfolioSummary } from "../contract.ts"
import type { PortfolioColumn } from "../rules.ts"
import { filterWords, sortWords } from "./narrowed.ts"
import { paperColumns, sheetColumns, showsWeeks } from "./portfolioColumns.ts"
import { type Line, type PortfolioView, portfolioLines } from "./portfolioRows.ts"
import { portfolioSentence } from "./sentences.ts"
import { healthTones } from "./tones.ts"

type Asked = Readonly<{ form: "pdf" | "pptx" | "xlsx" | "csv"; columns?: readonly PortfolioColumn[] | undefined }>

/** The portfolio as a document; what is read, is read through the page's own endpoints, each page of it by itself. */
export const makePortfolio = async (
  platform: ActPlatform,
  ask: Ask,
  desk: Desk,
  view: PortfolioView,
  { form, columns }: Asked,
): Promise<Made | Refusal> => {
  const narrowed = { filter: await filterWords(ask, desk, view), sorted: sortWords(desk, view.sort) }
  if (form === "pdf" || form === "pptx") {
    const lines = await gathered(form, portfolioLines(ask, view, form === "pdf"))
    if (isRefusal(lines)) return lines
    const paper = await portfolioPaper(ask, desk, lines, narrowed, columns, form)
    return madeOf(await platform.renderer.make({ form, paper }), lines.length)
  }
  const shown = sheetColumns(desk, columns, form === "csv")
  const sheet = {
    name: desk.say("portfolio:title"),
    columns: shown.map(({ of: _, ...column }) => column),
    ...sheetOn(desk, narrowed),
  }
  return makeSheet(
    platform,
    form,
    sheet,
    mapped(portfolioLines(ask, view, showsWeeks(columns)), (line) => shown.map(({ of }) => of(line))),
  )
}

async function* mapped<A, B>(pages: AsyncIterable<readonly A[]>, map: (a: A) => B): AsyncGenerator<readonly B[]> {
  for await (const page of pages) yield page.map(map)
}

const portfolioPaper = async (
  ask: Ask,
  desk: Desk,
  lines: readonly Line[],
  narrowed: Required<Narrowed>,
  asked: readonly PortfolioColumn[] | undefined,
  form: "pdf" | "pptx",
): Promise<Paper> => {
  const { say, format } = desk
  const summary = await ask(getPortfolioSummary)
  return {
    ...paperOn(desk),
    title: say("portfolio:title"),
    subtitle: [
      say("documents:portfolio.shown", { count: lines.length, formatted: format.number(lines.length) }),
      ...(narrowed.filter ? [narrowed.filter] : []),
    ].join("  ·  "),
    sentence: portfolioSentence(desk, summary),
    audience: say("documents:audience.host", { name: desk.workspaceName }),
    facts: factsOf(desk, narrowed),
    isLandscape: true,
    blocks: [
      figures(desk, summary),
      shares(desk, lines),
      ...(form === "pptx" ? [needAttention(desk, lines)] : []),
      table(desk, lines, asked ?? (form === "pptx" ? onSlides : onPaper)),
    ],
    footnotes: [say("documents:portfolio.keptMeans"), say("documents:portfolio.healthMeans")],
  }
}

type Summary = Parameters<typeof portfolioSentence>[1]

const figures = (
  { say, format }: Desk,
  { partnerships, drifting, silent, overdue, noticeWindows }: Summary,
): Block => ({
  kind: "figures",
  figures: [
    { label: say("documents:portfolio.figure.partnerships"), value: format.number(partnerships) },
    { label: say("marks:health.drifting"), value: format.number(drifting), ...(drifting > 0 ? { tone: "bad" } : {}) },
    { label: say("marks:health.silent"), value: format.number(silent), ...(silent > 0 ? { tone: "warn" } : {}) },
    {
      label: say("documents:portfolio.overdueHost"),
      value: format.number(overdue.host),
      ...(overdue.host > 0 ? { tone: "bad" } : {}),
    },
    { label: say("documents:portfolio.overduePartner"), value: format.number(overdue.partner) },
    { label: say("documents:portfolio.figure.notices"), value: format.number(noticeWindows) },
  ],
})

const order = ["steady", "silent", "drifting", "not_scored"] as const

const shares = ({ say }: Desk, lines: readonly Line[]): Block => ({
  kind: "shares",
  title: say("portfolio:column.drift"),
  parts: order.map((state) => ({ label: say(`marks:health.${state}`), tone: healthTones[state] })),
  rows: [{ label: "", counts: order.map((state) => lines.filter(({ drift }) => drift.state === state).length) }],
})

/** What there is room for unless somebody asks for more. */
const onPaper = [
  "name",
  "drift",
  "onset",
  "weeks",
  "keptHost",
  "keptPartner",
  "value",
  "type",
  "owner",
  "notice",
] as const
const onSlides = ["name", "drift", "onset", "keptHost", "keptPartner", "value", "owner", "notice"] as const

const mostInNeed = 15

/** What a steering meeting talks about first. */
const needAttention = (desk: Desk, lines: readonly Line[]): Block => {
  const { say } = desk
  const urgency = ({ drift, promises }: Line) =>
    (drift.state === "drifting" || drift.state === "silent" ? 1_000 : 0) + promises.host.overdue
  const inNeed = lines.filter((line) => urgency(line) > 0).toSorted((a, b) => urgency(b) - urgency(a))
  const block = table(desk, inNeed.slice(0, mostInNeed), [
    "drift",
    "onset",
    "keptHost",
    "keptPartner",
    "owner",
    "notice",
  ])
  return {
    ...block,
    title: say("documents:portfolio.attention"),
    ...(inNeed.length > mostInNeed ? { note: say("documents:more", { count: inNeed.length - mostInNeed }) } : {}),
  }
}

const table = (desk: Desk, lines: readonly Line[], asked: readonly PortfolioColumn[] | undefined): Block => {
  const shown = paperColumns(desk, asked)
  return {
    kind: "table",
    title: desk.say("documents:portfolio.all"),
    columns: shown.map(({ of: _, ...column }) => column),
    rows: lines.map((line) => shown.map(({ of }) => of(line))),
    empty: desk.say("portfolio:noneMatch.title"),
  }
}
