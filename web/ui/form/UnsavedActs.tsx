import { Button, Group } from "@mantine/core"
import { useTranslation } from "react-i18next"

/** Keep what was typed, or let it go. */
export const UnsavedActs = ({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) => {
  const { t } = useTranslation("ui")
  return (
    <Group gap="xs">
      <Button size="xs" onClick={onKeep} autoFocus>
        {t("unsaved.keep")}
      </Button>
      <Button size="xs" variant="default" onClick={onDiscard}>
        {t("unsaved.discard")}
      </Button>
    </Group>
  )
}
