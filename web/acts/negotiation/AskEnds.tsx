import { Button, Group, Modal } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { EndsWith } from "./EndsWith.tsx"
import type { PromisedLine } from "./promised.ts"

type AskEndsProps = { lines: readonly PromisedLine[]; onGo: () => void; onClose: () => void }

/** Before a text is saved or proposed in which a clause is missing that something was promised in. */
export const AskEnds = ({ lines, onGo, onClose }: AskEndsProps) => {
  const { t } = useTranslation(["negotiation", "ui"])
  return (
    <Modal opened onClose={onClose} title={t("ends.title")} closeButtonProps={{ "aria-label": t("ui:close") }}>
      <EndsWith lines={lines} />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("ends.back")}
        </Button>
        <Button color="red" onClick={onGo}>
          {t("ends.go")}
        </Button>
      </Group>
    </Modal>
  )
}
