import { oneLine } from "#core/oneLine"
import { findWorkspace } from "#modules/workspaces"
import type { LinkToRead } from "#platform/link"
import { type OpenPromise, openPromises, sponsorsOf, standingOf } from "./reading.ts"

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
  show: async (tx, id, { say, format }) => {
    const [page, workspace] = await Promise.all([standingOf(tx, id), findWorkspace(tx)])
    if (!page || !workspace || page.furtherParties.length > 0) return undefined
    const [promises, sponsors] = await Promise.all([openPromises(tx, id), sponsorsOf(tx, id)])
    const words = (key: string, holes?: Readonly<Record<string, unknown>>) => say(`links:overview.${key}`, holes)
    const nameOf = { host: workspace.name, partner: page.name }
    const both = (of: (side: "host" | "partner") => string) =>
      (["host", "partner"] as const).map((side) => words("of", { name: nameOf[side], what: of(side) })).join("\n")
    const line = ({ owedBy, title, dueOn, isOverdue }: OpenPromise) =>
      words("of", {
        name: nameOf[owedBy],
        what: words("line", { title, when: words(isOverdue ? "wasDue" : "due", { on: format.date(dueOn) }) }),
      })
    const { kept, promises: counts, nextEnd } = page
    const facts = [
      {
        term: words("kept"),
        text: both((side) =>
          kept[side].due === 0
            ? words("noneDue")
            : words("keptOf", { kept: format.number(kept[side].kept), due: format.number(kept[side].due) }),
        ),
      },
      { term: words("overdue"), text: both((side) => format.number(counts[side].overdue)) },
      { term: words("atRisk"), text: promises.map(line).join("\n") || words("noRisk") },
      ...(nextEnd
        ? [
            {
              term: words("next"),
              text: [
                ...(nextEnd.noticeOn ? [words("notice", { on: format.date(nextEnd.noticeOn) })] : []),
                words("ends", { on: format.date(nextEnd.endsOn) }),
              ].join("\n"),
            },
          ]
        : []),
      { term: words("sponsors"), text: both((side) => format.list(sponsors[side]) || words("noSponsor")) },
    ]
    return {
      heading: words("heading", nameOf),
      facts,
      buttons: [],
      note: words("note", nameOf),
    }
  },
  letter: async (tx, id, { to, url, days, speech: { say } }) => {
    const [name, workspace] = await Promise.all([nameOfPartnership(tx, id), findWorkspace(tx)])
    if (name === undefined || !workspace) return undefined
    const said = { to: oneLine(to.name), workspace: oneLine(workspace.name), partner: oneLine(name), url, days }
    return { subject: say("mails:overview.subject", said), text: say("mails:overview.text", said) }
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
