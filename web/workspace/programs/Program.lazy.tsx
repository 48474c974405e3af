import { Modal, Stack } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { getProgram, type Program as ProgramView } from "#contract/programs"
import { TypeBadge } from "#marks/TypeBadge"
import { programsPath } from "#paths/programs"
import { ActionButton } from "#ui/ActionButton"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { EditTerms } from "./EditTerms.tsx"
import { Enrolled } from "./Enrolled.tsx"
import { PublishTerms } from "./PublishTerms.tsx"
import { RetireProgram } from "./RetireProgram.tsx"
import { Trial } from "./Trial.tsx"

/** One program: who is in it and how they stand, what is being written of it, and the versions that held. */
const Program = () => {
  const { program = "" } = useParams({ strict: false })
  const found = useEndpoint(getProgram, { params: { program } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown program={shown} />}
    </Loaded>
  )
}

const Shown = ({ program }: { program: ProgramView }) => {
  const { t } = useTranslation("programs")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const { name, partnershipType, versions, holds, draft, retiredOn, retiredReason } = program
  const isSame = JSON.stringify(versions[0]?.terms) === JSON.stringify(draft)
  const stands = versions.length === 0 ? "unpublished" : isSame ? "current" : "changed"
  return (
    <Page
      title={name}
      answer={
        retiredOn === null
          ? t(`stands.${stands}`, { number: holds })
          : t("retired.answer", { date: format.date(retiredOn), reason: retiredReason })
      }
      marks={partnershipType === null ? null : <TypeBadge type={partnershipType} />}
      actions={retiredOn === null ? <Acts program={program} isSame={isSame} /> : null}
      back={{ to: programsPath(slug), label: t("title") }}
    >
      <Stack gap="lg">
        <Enrolled program={program} />
        <Panel title={t("terms")} hint={retiredOn === null ? t("termsHint") : undefined}>
          <EditTerms key={program.version} program={program} />
        </Panel>
        {versions.length === 0 ? null : <Versions program={program} />}
      </Stack>
    </Page>
  )
}

const Versions = ({ program: { versions, holds } }: { program: ProgramView }) => {
  const { t } = useTranslation("programs")
  const format = useFormat()
  return (
    <Panel title={t("versions.title")} hint={t("versions.hint")} isFlush>
      <Rows>
        {versions.map(({ number, holdsFrom, terms }) => (
          <Row
            key={number}
            name={t(number === holds ? "versions.holding" : "versions.number", { number })}
            lines={
              <RowLine>
                {t("versions.from", {
                  date: format.date(holdsFrom),
                  tiers: terms.tiers.map((tier) => tier.name).join(" › "),
                })}
              </RowLine>
            }
          />
        ))}
      </Rows>
    </Panel>
  )
}

const Acts = ({ program, isSame }: { program: ProgramView; isSame: boolean }) => {
  const { t } = useTranslation(["programs", "ui"])
  const [open, setOpen] = useState<"try" | "publish" | "retire">()
  const { id, abilities } = program
  const close = () => setOpen(undefined)
  return (
    <>
      <ActionButton size="xs" variant="default" onClick={() => setOpen("try")}>
        {t("programs:trial.open")}
      </ActionButton>
      <ActionButton
        size="xs"
        variant="default"
        disabledReason={reasonOf(abilities.retire)}
        onClick={() => setOpen("retire")}
      >
        {t("programs:retire.open")}
      </ActionButton>
      <ActionButton
        size="xs"
        disabledReason={reasonOf(abilities.publish) ?? (isSame ? t("programs:sameAsPublished") : undefined)}
        onClick={() => setOpen("publish")}
      >
        {t("programs:publish.open")}
      </ActionButton>
      {open === "try" ? (
        <Modal
          opened
          onClose={close}
          size="lg"
          title={t("programs:trial.title")}
          closeButtonProps={{ "aria-label": t("ui:close") }}
        >
          <Trial program={id} />
        </Modal>
      ) : null}
      {open === "retire" ? <RetireProgram program={program} onClose={close} /> : null}
      {open === "publish" ? <PublishTerms program={program} onClose={close} /> : null}
    </>
  )
}

export default Program
