import { Group } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { type ConcernView, getDiligence } from "#contract/diligence"
import type { PartnershipType } from "#contract/partnerships"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { AskDiligence } from "./diligence/AskDiligence.tsx"
import { EditItem } from "./diligence/EditItem.tsx"
import { Item } from "./diligence/Item.tsx"

type DiligenceProps = {
  organizationId: string
  /** What it is thought of, or worked with, as: whose list it is asked for. */
  type?: PartnershipType | undefined
}

/** What a company was asked to show, how each stands today, and its evidence: the same wherever one meets the company. */
export const Diligence = ({ organizationId, type }: DiligenceProps) => {
  const { t } = useTranslation("diligence")
  const [open, setOpen] = useState<"ask" | "add">()
  const found = useEndpoint(getDiligence, { params: { organization: organizationId } })
  const reason = found.data && reasonOf(found.data.abilities.ask)
  const close = () => setOpen(undefined)
  return (
    <Panel
      title={t("title")}
      hint={t("hint")}
      isFlush
      aside={
        <Group gap={6}>
          <ActionButton size="xs" variant="default" disabledReason={reason} onClick={() => setOpen("add")}>
            {t("add")}
          </ActionButton>
          <ActionButton size="xs" variant="default" disabledReason={reason} onClick={() => setOpen("ask")}>
            {t("ask.open")}
          </ActionButton>
        </Group>
      }
    >
      <Loaded from={found}>
        {({ items, concern }) =>
          items.length === 0 ? (
            <RowsNote>{t("none")}</RowsNote>
          ) : (
            <>
              <RowsNote>
                <Concern concern={concern} />
              </RowsNote>
              <Rows>
                {items.map((item) => (
                  <Item key={item.id} item={item} />
                ))}
              </Rows>
            </>
          )
        }
      </Loaded>
      {open === "ask" ? <AskDiligence {...{ organizationId, type }} onClose={close} /> : null}
      {open === "add" ? <EditItem organizationId={organizationId} onClose={close} /> : null}
    </Panel>
  )
}

/** What speaks against working with the company now, in a line. */
export const Concern = ({ concern: { missing, expired, matches } }: { concern: Omit<ConcernView, "asked"> }) => {
  const { t } = useTranslation("diligence")
  const format = useFormat()
  const said = [
    ...(matches > 0 ? [t("concern.matches", { count: matches })] : []),
    ...(expired > 0 ? [t("concern.expired", { count: expired })] : []),
    ...(missing > 0 ? [t("concern.missing", { count: missing })] : []),
  ]
  return <>{said.length === 0 ? t("concern.none") : format.list(said)}</>
}
