import { Menu } from "@mantine/core"
import { IconChevronDown } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { movePartnership, needsReason, type Stage } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { StageBadge } from "#marks/StageBadge"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** The stages that may follow, and why it moved. */
export const MoveMenu = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation(["partnership", "marks"])
  const [to, setTo] = useState<Stage>()
  const { moves, abilities } = partnership
  const reason = reasonOf(abilities.move, movePartnership)
  if (moves.length === 0) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionButton
            variant="default"
            disabledReason={reason}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t("partnership:move.open")}
          </ActionButton>
        </Menu.Target>
        {reason ? null : (
          <Menu.Dropdown>
            {moves.map((stage) => (
              <Menu.Item key={stage} onClick={() => setTo(stage)}>
                <StageBadge stage={stage} isSmall />
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        )}
      </Menu>
      {to ? <MoveForm partnership={partnership} to={to} onClose={() => setTo(undefined)} /> : null}
    </>
  )
}

type MoveFormProps = { partnership: PartnershipForHost; to: Stage; onClose: () => void }

const MoveForm = ({ partnership, to, onClose }: MoveFormProps) => {
  const { t } = useTranslation(["partnership", "marks"])
  const isNeeded = needsReason.includes(to)
  const { form, sending } = useActForm(movePartnership, {
    initialValues: { reason: "" },
    validate: { reason: (text) => (isNeeded && text.trim() === "" ? t("partnership:move.reasonNeeded") : null) },
    argsOf: ({ reason }) => ({
      params: { partnership: partnership.id },
      input: { to, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      ifMatch: partnership.version,
    }),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t("partnership:move.title", { stage: t(`marks:stage.${to}`) })}
      submit={t("partnership:move.submit")}
      onClose={onClose}
    >
      <AreaField
        label={t(isNeeded ? "partnership:move.reason" : "partnership:move.reasonOptional")}
        description={t("partnership:move.reasonHint")}
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  )
}
