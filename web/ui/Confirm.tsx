import { Button, Group, Modal, Text } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { ActionButton } from "./ActionButton.tsx"
import { ErrorLine } from "./Form.tsx"

type ConfirmProps = {
  /** The button that asks: gets `open`. */
  children: (open: () => void) => ReactNode
  /** "End the partnership with Acme?" */
  question: string
  /** What follows from a yes, and whether it can be taken back. */
  consequence: ReactNode
  /** The verb, never "OK": "End partnership". */
  verb: string
  isDangerous?: boolean
  onConfirm: () => Promise<unknown>
}

/** Asks before what cannot be undone; what can be undone is done at once, with an "Undo". */
export const Confirm = ({ children, question, consequence, verb, isDangerous = false, onConfirm }: ConfirmProps) => {
  const { t } = useTranslation("ui")
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const close = () => {
    setOpen(false)
    setProblem(null)
  }
  const confirm = () => {
    setBusy(true)
    onConfirm()
      .then(close, setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <>
      {children(() => setOpen(true))}
      <Modal opened={isOpen} onClose={close} title={question} closeButtonProps={{ "aria-label": t("close") }}>
        <Text c="dimmed" mb="lg">
          {consequence}
        </Text>
        <ErrorLine problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t("cancel")}
          </Button>
          <ActionButton color={isDangerous ? "red" : "keel"} loading={isBusy} onClick={confirm} data-autofocus>
            {verb}
          </ActionButton>
        </Group>
      </Modal>
    </>
  )
}
