import { Button } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { AgreementReview } from "#acts/AgreementReview"
import { portalNegotiationPath } from "#portal/negotiation"
import { portalPartnershipPath } from "#portal/partnership"

/** A draft as the partner reads it. */
const Review = () => {
  const { t } = useTranslation("agreements")
  const { agreementDraft = "", slug = "" } = useParams({ strict: false })
  return (
    <AgreementReview
      draftId={agreementDraft}
      agreementsAt={(partnership) => portalPartnershipPath(slug, partnership)}
      actOn={({ partnershipId, hasText }) => (
        <>
          {hasText ? (
            <Button component={Link} to={portalNegotiationPath(slug, partnershipId, agreementDraft)}>
              {t("review.toText")}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => print()}>
            {t("review.print")}
          </Button>
        </>
      )}
    />
  )
}

export default Review
