import { Anchor, Table } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import type { CSSProperties } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type CandidateView, compareCandidates, dimensions } from "#contract/recruitment"
import { candidatePath } from "#paths/recruit"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { Unknown, useFormat } from "#ui/text"
import classes from "./Compare.module.css"
import { VerdictMark } from "./VerdictMark.tsx"

/** Candidates by one profile side by side, the best first; each figure coloured by how high it is. */
export const Compare = ({ profile }: { profile: string | undefined }) => {
  const { t } = useTranslation("recruit")
  const found = useEndpoint(
    compareCandidates,
    { params: { profile: profile ?? "" } },
    { isEnabled: profile !== undefined },
  )
  if (profile === undefined) return <EmptyState title={t("empty.title")}>{t("profileFirst")}</EmptyState>
  return (
    <Panel title={t("compare.title")} hint={t(found.data?.isMore ? "compare.more" : "compare.hint")}>
      <Loaded from={found}>
        {({ items, areYardsticksMixed }) =>
          items.length === 0 ? (
            <EmptyState title={t("empty.title")}>{t("compare.empty")}</EmptyState>
          ) : (
            <>
              {areYardsticksMixed ? (
                <p className={classes.warning} role="note">
                  {t("compare.mixed")}
                </p>
              ) : null}
              <Comparison {...{ items, areYardsticksMixed }} />
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

type ComparisonProps = { items: readonly CandidateView[]; areYardsticksMixed: boolean }

const Comparison = ({ items, areYardsticksMixed }: ComparisonProps) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("company")}</Table.Th>
            <Table.Th>{t("totalLabel")}</Table.Th>
            {dimensions.map((dimension) => (
              <Table.Th key={dimension}>{t(`dimension.${dimension}`)}</Table.Th>
            ))}
            <Table.Th>{t("compare.apart")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((candidate) => (
            <Table.Tr key={candidate.id}>
              <Table.Th scope="row">
                <Anchor component={Link} to={candidatePath(slug, candidate.id)}>
                  {candidate.organizationName}
                </Anchor>
                {areYardsticksMixed && candidate.yardstick !== null ? (
                  <span className={classes.version}>{t("profiles.version", { number: candidate.yardstick })}</span>
                ) : null}
              </Table.Th>
              <Table.Td>
                <VerdictMark candidate={candidate} />
              </Table.Td>
              {dimensions.map((dimension) => (
                <Points key={dimension} points={candidate.verdict?.byDimension[dimension]} />
              ))}
              <Table.Td className="numbers">
                {candidate.verdict?.spread == null ? <Unknown /> : format.number(candidate.verdict.spread, 1)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const Points = ({ points }: { points: number | undefined }) => {
  const format = useFormat()
  if (points === undefined)
    return (
      <Table.Td>
        <Unknown />
      </Table.Td>
    )
  return (
    <Table.Td className={`numbers ${classes.points}`} style={{ "--share": `${points}%` } as CSSProperties}>
      {format.number(points, 1)}
    </Table.Td>
  )
}
