import { Menu, Modal } from "@mantine/core"
import { useForm } from "@mantine/form"
import { IconChevronDown } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { movePartnership, needsReason, type Stage } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { StageBadge } from "#marks/StageBadge"
import { ActionButton } from "#ui/ActionButton"
import { Form } from "#ui/Form"
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
      <Modal
        opened={to !== undefined}
        onClose={() => setTo(undefined)}
        title={to ? t("partnership:move.title", { stage: t(`marks:stage.${to}`) }) : ""}
        closeButtonProps={{ "aria-label": t("partnership:close") }}
      >
        {to ? <MoveForm partnership={partnership} to={to} onDone={() => setTo(undefined)} /> : null}
      </Modal>
    </>
  )
}

type MoveFormProps = { partnership: PartnershipForHost; to: Stage; onDone: () => void }

const MoveForm = ({ partnership, to, onDone }: MoveFormProps) => {
  const { t } = useTranslation("partnership")
  const isNeeded = needsReason.includes(to)
  const move = useAct(movePartnership, { showsProblem: false, onDone })
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (text) => (isNeeded && text.trim() === "" ? t("move.reasonNeeded") : null) },
  })
  const send = ({ reason }: { reason: string }) =>
    move.mutate({
      params: { partnership: partnership.id },
      input: { to, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      ifMatch: partnership.version,
    })
  return (
    <Form
      onSubmit={form.onSubmit(send)}
      submit={t("move.submit")}
      isSubmitting={move.isPending}
      submitError={move.error}
    >
      <AreaField
        label={t(isNeeded ? "move.reason" : "move.reasonOptional")}
        description={t("move.reasonHint")}
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </Form>
  )
}
