import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { Reviews } from "#acts/Reviews"
import { partnershipTimelinePath } from "#paths/partnership"

/** The meetings that were held; where one is logged is the timeline. */
export const ReviewsSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("timeline")
  const { slug = "" } = useParams({ strict: false })
  return (
    <Reviews
      partnershipId={partnershipId}
      log={
        <Anchor component={Link} to={partnershipTimelinePath(slug, partnershipId)} size="sm">
          {t("reviews.log")}
        </Anchor>
      }
    />
  )
}
