import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { listPrograms, type ProgramSummary } from "#contract/programs"
import { TypeBadge } from "#marks/TypeBadge"
import { programPath } from "#paths/programs"
import { ActionButton } from "#ui/ActionButton"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { NewProgram } from "./NewProgram.tsx"

/** What partners are given, and for what. */
const Programs = () => {
  const { t } = useTranslation("programs")
  const [isMaking, setMaking] = useState(false)
  const found = useEndpoint(listPrograms, {})
  const make = (
    <ActionButton
      size="xs"
      disabledReason={found.data && reasonOf(found.data.abilities.make)}
      onClick={() => setMaking(true)}
    >
      {t("new.open")}
    </ActionButton>
  )
  const retired = (found.data?.items ?? []).filter(({ retiredOn }) => retiredOn !== null)
  return (
    <Page title={t("title")} answer={t("answer")} actions={make} width="reading">
      <Panel isFlush>
        <Loaded from={found}>
          {({ items }) =>
            items.length === retired.length ? (
              <EmptyState title={t("empty.title")} action={make}>
                {t("empty.text")}
              </EmptyState>
            ) : (
              <Rows>
                {items
                  .filter(({ retiredOn }) => retiredOn === null)
                  .map((program) => (
                    <ProgramRow key={program.id} program={program} />
                  ))}
              </Rows>
            )
          }
        </Loaded>
      </Panel>
      {retired.length === 0 ? null : (
        <Panel title={t("retired.title")} hint={t("retired.hint")} isFlush>
          <Rows>
            {retired.map((program) => (
              <ProgramRow key={program.id} program={program} />
            ))}
          </Rows>
        </Panel>
      )}
      {isMaking ? <NewProgram onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

const ProgramRow = ({ program }: { program: ProgramSummary }) => {
  const { t } = useTranslation("programs")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const { id, name, partnershipType, published, retiredOn, tiers, enrolled, inGrace, undecided } = program
  return (
    <Row
      name={
        <Anchor component={Link} to={programPath(slug, id)}>
          {name}
        </Anchor>
      }
      lines={
        <>
          <RowLine>{tiers.join(" › ")}</RowLine>
          <RowLine>
            {(retiredOn === null
              ? [
                  published === null ? t("unpublished") : t("enrolled", { count: enrolled }),
                  ...(inGrace > 0 ? [t("inGrace", { count: inGrace })] : []),
                  ...(undecided > 0 ? [t("undecided", { count: undecided })] : []),
                ]
              : [t("retired.since", { date: format.date(retiredOn) })]
            ).join(" · ")}
          </RowLine>
        </>
      }
      end={partnershipType === null ? undefined : <TypeBadge type={partnershipType} />}
    />
  )
}

export default Programs
