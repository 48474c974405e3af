import { Anchor, Button, Group } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Agreements } from "#acts/Agreements"
import { WaitingApprovals } from "#acts/approvals/WaitingApprovals"
import { reasonOf } from "#client/problem"
import type { AgreementView } from "#contract/agreements"
import { newAgreementPath } from "#paths/new-agreement"
import { ActionButton } from "#ui/ActionButton"
import { EditAgreement } from "./EditAgreement.tsx"
import { TerminateAgreement } from "./TerminateAgreement.tsx"

/** What was signed, and for whoever may, entering one, changing it and ending it early. */
export const AgreementsSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("agreements")
  const { slug = "" } = useParams({ strict: false })
  const enter = (
    <Anchor component={Link} to={newAgreementPath(slug, partnershipId)} size="sm">
      {t("enter")}
    </Anchor>
  )
  return (
    <>
      <WaitingApprovals partnershipId={partnershipId} />
      <Agreements
        partnershipId={partnershipId}
        actOnAll={({ abilities }) => (abilities.enter === true ? enter : undefined)}
        actOn={(agreement) => (agreement.abilities.edit === true ? <Change agreement={agreement} /> : null)}
      />
    </>
  )
}

const Change = ({ agreement }: { agreement: AgreementView }) => {
  const { t } = useTranslation("agreements")
  const [open, setOpen] = useState<"edit" | "terminate">()
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Button size="xs" variant="default" onClick={() => setOpen("edit")}>
          {t("edit.open")}
        </Button>
        <ActionButton
          size="xs"
          variant="subtle"
          color="gray"
          disabledReason={reasonOf(agreement.abilities.terminate)}
          onClick={() => setOpen("terminate")}
        >
          {t("terminate.open")}
        </ActionButton>
      </Group>
      {open === "edit" ? <EditAgreement agreement={agreement} onClose={() => setOpen(undefined)} /> : null}
      {open === "terminate" ? <TerminateAgreement agreement={agreement} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}
