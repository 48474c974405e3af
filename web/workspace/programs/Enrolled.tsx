import { Anchor, Table } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Bar } from "#acts/standings/Bar"
import { StandingMark } from "#acts/standings/StandingMark"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { type Enrolled as EnrolledView, listEnrolled, type Program } from "#contract/programs"
import { partnershipAgreementPath } from "#paths/partnership"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { Unknown, useFormat } from "#ui/text"
import { AddPartnerships } from "./AddPartnerships.tsx"
import classes from "./programs.module.css"

/** Who is in the program: their tier, whether they still meet it, and how far they are from the next. Others are added here. */
export const Enrolled = ({ program }: { program: Program }) => {
  const { t } = useTranslation("programs")
  const [isAdding, setAdding] = useState(false)
  const found = useEndpoint(listEnrolled, { params: { program: program.id } })
  const isOver = program.retiredOn !== null
  const add = (
    <ActionButton
      size="xs"
      variant="default"
      disabledReason={reasonOf(program.abilities.enrol)}
      onClick={() => setAdding(true)}
    >
      {t("add.open")}
    </ActionButton>
  )
  return (
    <Panel
      title={t("partners.title")}
      hint={t(isOver ? "retired.partners" : "partners.hint")}
      aside={isOver ? undefined : add}
    >
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t(isOver ? "retired.nobody" : "partners.empty")}>
              {isOver ? null : t("partners.emptyText")}
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={560}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("partners.partner")}</Table.Th>
                    <Table.Th>{t("tierName")}</Table.Th>
                    <Table.Th>{t("partners.standing")}</Table.Th>
                    {isOver ? null : <Table.Th>{t("partners.next")}</Table.Th>}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((each) => (
                    <EnrolledRow key={each.enrolmentId} enrolled={each} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      {isAdding ? <AddPartnerships program={program} onClose={() => setAdding(false)} /> : null}
    </Panel>
  )
}

const EnrolledRow = ({ enrolled }: { enrolled: EnrolledView }) => {
  const { t } = useTranslation("programs")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const { name, partnershipId, tier, tierSince, graceUntil, standing } = enrolled
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Anchor component={Link} to={partnershipAgreementPath(slug, partnershipId)} hash="programs">
          {name}
        </Anchor>
      </Table.Th>
      <Table.Td>
        {tier ?? t("partners.none")}
        {tierSince === null ? null : (
          <div className={classes.quiet}>{t("partners.since", { date: format.date(tierSince) })}</div>
        )}
      </Table.Td>
      <Table.Td>
        {standing === null ? <Unknown /> : <StandingMark standing={standing} />}
        {graceUntil === null ? null : (
          <div className={classes.quiet}>{t("partners.grace", { date: format.date(graceUntil) })}</div>
        )}
      </Table.Td>
      {enrolled.retiredOn === null ? (
        <Table.Td>
          <Next enrolled={enrolled} />
        </Table.Td>
      ) : null}
    </Table.Tr>
  )
}

const Next = ({ enrolled: { next, met, asked, pending, progress } }: { enrolled: EnrolledView }) => {
  const { t } = useTranslation("programs")
  const format = useFormat()
  if (next === null) return <span className={classes.quiet}>{t("partners.highest")}</span>
  const words = t("partners.toNext", { next, met, count: asked })
  const isMet = met === asked
  return (
    <div className={classes.progress}>
      <span>{[words, ...(pending > 0 ? [t("partners.pending", { count: pending })] : [])].join(" · ")}</span>
      <Bar
        percent={progress}
        isMet={isMet}
        label={progress === null ? words : t("partners.bar", { words, share: format.percent(progress / 100) })}
      />
    </div>
  )
}
