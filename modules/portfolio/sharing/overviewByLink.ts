import { formatIn, localeOf } from "#core/format"
import { findWorkspace } from "#modules/workspaces"
import type { LinkToRead } from "#platform/link"
import { type OpenPromise, openPromises, sponsorsOf, standingOf } from "./reading.ts"
import { sharingWords } from "./words.ts"

/**
 * Shows the overview of a partnership to a sponsor who does not sign in: what both sides see of it, and nothing of the host's own
 * (its judgement on drift, its notes, its files, what it measures).
 */
export const overviewByLink: LinkToRead = {
  kind: "read_overview",
  about: "partnership",
  days: 30,
  weight: "light",
  onlyShows: true,
  show: async (tx, id, language) => {
    const [page, workspace] = await Promise.all([standingOf(tx, id), findWorkspace(tx)])
    if (!page || !workspace || page.furtherParties.length > 0) return undefined
    const [promises, sponsors] = await Promise.all([openPromises(tx, id), sponsorsOf(tx, id)])
    const words = sharingWords[language]
    const format = formatIn(localeOf(language))
    const nameOf = { host: workspace.name, partner: page.name }
    const both = (of: (side: "host" | "partner") => string) =>
      (["host", "partner"] as const).map((side) => `${nameOf[side]}: ${of(side)}`).join("\n")
    const line = ({ owedBy, title, dueOn, isOverdue }: OpenPromise) =>
      `${nameOf[owedBy]}: ${title} (${(isOverdue ? words.wasDue : words.due)(format.date(dueOn))})`
    const { kept, promises: counts, nextEnd } = page
    const facts = [
      {
        term: words.kept,
        text: both((side) => (kept[side].due === 0 ? words.noneDue : words.of(kept[side].kept, kept[side].due))),
      },
      { term: words.overdue, text: both((side) => format.number(counts[side].overdue)) },
      { term: words.atRisk, text: promises.map(line).join("\n") || words.noRisk },
      ...(nextEnd
        ? [
            {
              term: words.next,
              text: [
                ...(nextEnd.noticeOn ? [words.notice(format.date(nextEnd.noticeOn))] : []),
                words.ends(format.date(nextEnd.endsOn)),
              ].join("\n"),
            },
          ]
        : []),
      { term: words.sponsors, text: both((side) => sponsors[side].join(", ") || words.noSponsor) },
    ]
    return {
      heading: words.heading(nameOf.host, nameOf.partner),
      facts,
      buttons: [],
      note: words.note(nameOf.host, nameOf.partner),
    }
  },
  letter: async (tx, id, { to, url, days, language }) => {
    const [name, workspace] = await Promise.all([nameOfPartnership(tx, id), findWorkspace(tx)])
    if (name === undefined || !workspace) return undefined
    const words = sharingWords[language]
    const said = { to: oneLine(to.name), workspace: oneLine(workspace.name), partner: oneLine(name), url, days }
    return { subject: words.subject(said), text: words.text(said) }
  },
}

type Letter = Parameters<LinkToRead["letter"]>

const nameOfPartnership = async ({ db, actor }: Letter[0], id: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom("partnership")
      .select("name")
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .executeTakeFirst()
  )?.name

/** Names come from people: none of them may begin a new line, in a header or in the text. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()
