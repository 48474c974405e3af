import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { ApprovalItem } from "#acts/approvals/ApprovalItem"
import type { ApprovalView } from "#contract/approvals"
import { negotiationPath } from "#paths/negotiation"
import { partnershipPath } from "#paths/partnership"
import { Rows } from "#ui/Rows"

type AskedProps = {
  items: readonly (ApprovalView & { partnershipId: string; partnershipName: string })[]
  slug: string
}

/** What was asked to be approved in several partnerships, each with its own. */
export const Asked = ({ items, slug }: AskedProps) => {
  const { t } = useTranslation("approvals")
  return (
    <Rows>
      {items.map((approval) => (
        <ApprovalItem
          key={approval.id}
          approval={approval}
          where={
            <>
              <Anchor component={Link} to={partnershipPath(slug, approval.partnershipId)} c="inherit">
                {approval.partnershipName}
              </Anchor>
              {approval.subjectKind === "agreement_draft" ? (
                <>
                  {" · "}
                  <Anchor
                    component={Link}
                    to={negotiationPath(slug, approval.partnershipId, approval.subjectId)}
                    c="inherit"
                  >
                    {t("read")}
                  </Anchor>
                </>
              ) : null}
              {" · "}
            </>
          }
        />
      ))}
    </Rows>
  )
}
