import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { Promises } from "#acts/Promises"
import { useMayGo } from "#client/useMayGo"
import { newAgreementPath } from "#paths/new-agreement"
import { promisePath } from "#paths/promise"
import { EmptyState } from "#ui/states"

/** What both sides promised; where nothing is, the way to the agreement it comes from. */
export const PromisesSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("acts")
  const { slug = "" } = useParams({ strict: false })
  const enter = useMayGo()("seeToRecord") ? (
    <Anchor component={Link} to={newAgreementPath(slug, partnershipId)}>
      {t("empty.act")}
    </Anchor>
  ) : null
  return (
    <Promises
      partnershipId={partnershipId}
      reader={{ side: "host" }}
      promiseAt={(id) => promisePath(slug, id)}
      empty={
        <EmptyState title={t("empty.title")} action={enter}>
          {t("empty.text")}
        </EmptyState>
      }
    />
  )
}
