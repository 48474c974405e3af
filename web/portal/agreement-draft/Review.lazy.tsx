import { Button } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { AgreementReview } from "#acts/AgreementReview"
import { portalPartnershipPath } from "#portal/partnership"

/** A draft as the partner reads it. */
const Review = () => {
  const { t } = useTranslation("agreements")
  const { agreementDraft = "", slug = "" } = useParams({ strict: false })
  return (
    <AgreementReview
      draftId={agreementDraft}
      agreementsAt={(partnership) => portalPartnershipPath(slug, partnership)}
      actOn={() => (
        <Button variant="default" onClick={() => print()}>
          {t("review.print")}
        </Button>
      )}
    />
  )
}

export default Review
