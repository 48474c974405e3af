import { Anchor, Group } from "@mantine/core"
import { Link, useNavigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Agreements } from "#acts/Agreements"
import { AmendAgreement } from "#acts/agreements/AmendAgreement"
import { WaitingApprovals } from "#acts/approvals/WaitingApprovals"
import { reasonOf } from "#client/problem"
import type { AgreementView } from "#contract/agreements"
import { agreementDraftPath } from "#paths/agreement-draft"
import { negotiationPath } from "#paths/negotiation"
import { newAgreementPath } from "#paths/new-agreement"
import { ActionButton } from "#ui/ActionButton"
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
        actOn={(agreement) => (agreement.abilities.edit === true ? <Change agreement={agreement} slug={slug} /> : null)}
        draftAt={(draft) => agreementDraftPath(slug, draft)}
        textAt={(draft) => negotiationPath(slug, partnershipId, draft)}
      />
    </>
  )
}

const Change = ({ agreement, slug }: { agreement: AgreementView; slug: string }) => {
  const { t } = useTranslation("agreements")
  const navigate = useNavigate()
  const [open, setOpen] = useState<"amend" | "terminate">()
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <ActionButton
          size="xs"
          variant="default"
          disabledReason={reasonOf(agreement.abilities.amend)}
          onClick={() => setOpen("amend")}
        >
          {t("amend.open")}
        </ActionButton>
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
      {open === "amend" ? (
        <AmendAgreement
          agreement={agreement}
          onBegun={(draft) => void navigate({ to: agreementDraftPath(slug, draft) })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open === "terminate" ? <TerminateAgreement agreement={agreement} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}
