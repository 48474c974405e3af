import type { Ask } from "#core/endpoint"
import { type Format, formatIn } from "#core/format"
import { languageOf } from "#core/languages"
import type { Instant, PlainDate } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import type { Paper, Sheet } from "#platform/documents/paper"
import type { ActPlatform } from "#platform/platform"
import type { Say } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { getMe } from "./contract.ts"

/** Where a document is written: in whose words and numbers, of which day, for whom. */
export type Desk = Readonly<{
  say: Say
  format: Format
  locale: string
  timeZone: string
  workspaceName: string
  author: string
  madeAt: Instant
  today: PlainDate
  /** Where the workspace lives on the web. */
  address: string
}>

/** What is known before the transaction ends; who made it is asked with the rest. */
export const openDesk = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  locale: string,
): Promise<(ask: Ask) => Promise<Desk>> => {
  const workspace = await findWorkspace(tx)
  const { timeZone } = tx.actor
  const language = languageOf(locale)
  const written = new Intl.Locale(locale).language === language ? locale : language
  const { now, today } = tx
  return async (ask) => ({
    say: platform.texts.in(language),
    format: formatIn(written, timeZone),
    locale: written,
    timeZone,
    workspaceName: workspace?.name ?? "",
    author: (await ask(getMe)).user.name,
    madeAt: now,
    today,
    address: `${platform.config.publicUrl}/w/${workspace?.slug ?? ""}`,
  })
}

/** Which rows a list holds, and in which order, in words. */
export type Narrowed = Readonly<{ filter?: string; sorted?: string }>

/** What every document says of itself, at its foot. */
export const factsOf = (
  { say, format, author, madeAt, timeZone, today }: Desk,
  { filter, sorted }: Narrowed = {},
): readonly (readonly [string, string])[] => [
  [say("documents:fact.by"), `${author}, ${format.moment(madeAt)}`],
  [say("documents:fact.zone"), timeZone],
  [say("documents:fact.asKnownOn"), format.date(today)],
  ...(filter ? [[say("documents:fact.filter"), filter] as const] : []),
  ...(sorted ? [[say("documents:fact.sorted"), sorted] as const] : []),
]

/** What a paper is besides its content. */
export const paperOn = (
  desk: Desk,
): Pick<Paper, "language" | "timeZone" | "owner" | "author" | "madeAt" | "words"> => ({
  language: desk.locale,
  timeZone: desk.timeZone,
  owner: desk.workspaceName,
  author: desk.author,
  madeAt: desk.madeAt,
  words: {
    page: desk.say("documents:page"),
    missingSigns: desk.say("documents:missingSigns"),
    promised: desk.say("documents:promised"),
    onset: desk.say("documents:onset"),
    goesOn: desk.say("documents:goesOn"),
    week: desk.say("marks:week"),
  },
})

export const sheetOn = (desk: Desk, narrowed: Narrowed = {}): Pick<Sheet, "timeZone" | "about" | "words"> => ({
  timeZone: desk.timeZone,
  about: [[desk.say("documents:fact.workspace"), desk.workspaceName], ...factsOf(desk, narrowed)],
  words: { rows: desk.say("documents:rows"), currency: desk.say("documents:currency") },
})
