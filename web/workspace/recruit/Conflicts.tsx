import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type ConflictView, findConflicts, type WholeCandidate } from "#contract/recruitment"
import { Mark } from "#marks/Mark"
import { organizationPath } from "#paths/organizations"
import { partnershipPath } from "#paths/partnership"
import { candidatePath } from "#paths/recruit"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"

/** What stands against taking this company as a partner, asked anew each time: companies and lists change. */
export const Conflicts = ({ candidate: { id, organizationId } }: { candidate: WholeCandidate }) => {
  const { t } = useTranslation("recruit")
  const found = useEndpoint(findConflicts, { query: { organization: organizationId, candidate: id } })
  return (
    <Panel title={t("conflicts.title")} hint={t("conflicts.hint")} isFlush>
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? <RowsNote>{t("conflicts.none")}</RowsNote> : <ConflictRows items={items} />
        }
      </Loaded>
    </Panel>
  )
}

const cross = <path d="M7 2v6.5M7 11v1" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
const dot = <circle cx="7" cy="7" r="3" fill="currentColor" />

type ConflictRowsProps = { items: readonly ConflictView[]; end?: (conflict: ConflictView) => ReactNode }

export const ConflictRows = ({ items, end }: ConflictRowsProps) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  return (
    <Rows>
      {items.map((each) => {
        const { kind, isSerious, on, note, organizationId, partnershipId, candidateId } = each
        return (
          <Row
            key={[kind, each.name, organizationId, partnershipId, candidateId].join(" ")}
            name={
              <Mark {...(isSerious ? { tone: "bad", shape: cross } : { tone: "calm", shape: dot })}>
                {t(`conflicts.kind.${kind}`)}
              </Mark>
            }
            lines={
              <>
                <RowLine>
                  <Met conflict={each} />
                  {on === null ? null : ` · ${t(`conflicts.${onIs(kind)}`, { date: format.date(on) })}`}
                </RowLine>
                {note === null ? null : <RowLine>{note}</RowLine>}
              </>
            }
            end={end?.(each)}
          />
        )
      })}
    </Rows>
  )
}

const onIs = (kind: ConflictView["kind"]) => (kind === "former_partner" ? "ended" : "since")

/** Whom it meets, leading there. */
const Met = ({ conflict: { name, organizationId, partnershipId, candidateId } }: { conflict: ConflictView }) => {
  const { slug = "" } = useParams({ strict: false })
  const to =
    partnershipId !== null
      ? partnershipPath(slug, partnershipId)
      : candidateId !== null
        ? candidatePath(slug, candidateId)
        : organizationId !== null
          ? organizationPath(slug, organizationId)
          : undefined
  return to === undefined ? (
    name
  ) : (
    <Anchor component={Link} to={to}>
      {name}
    </Anchor>
  )
}
