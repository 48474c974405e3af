import { Modal } from "@mantine/core"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { AmendAgreement } from "#acts/agreements/AmendAgreement"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { getAgreement } from "#contract/agreements"
import { agreementDraftPath } from "#paths/agreement-draft"

/** The amendment of one agreement, or why it cannot be begun now. */
const AmendDialog = ({ agreementId, onClose }: { agreementId: string; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const agreement = useEndpoint(getAgreement, { params: { agreement: agreementId } }).data
  if (agreement === undefined) return null
  const { amend } = agreement.abilities
  if (amend === true)
    return (
      <AmendAgreement
        agreement={agreement}
        onBegun={(draft) => void navigate({ to: agreementDraftPath(slug, draft) })}
        onClose={onClose}
      />
    )
  return (
    <Modal opened onClose={onClose} title={t("amend.title")} closeButtonProps={{ "aria-label": t("close") }}>
      {reasonOf(amend)}
    </Modal>
  )
}

export default AmendDialog
