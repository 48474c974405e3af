import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { ApprovalItem } from "#acts/approvals/ApprovalItem"
import type { ApprovalView } from "#contract/approvals"
import { partnershipPath } from "#paths/partnership"
import { Rows } from "#ui/Rows"

type AskedProps = {
  items: readonly (ApprovalView & { partnershipId: string; partnershipName: string })[]
  slug: string
}

/** What was asked to be approved in several partnerships, each with its own. */
export const Asked = ({ items, slug }: AskedProps) => (
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
            {" · "}
          </>
        }
      />
    ))}
  </Rows>
)
