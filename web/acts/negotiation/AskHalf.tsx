import { Button, Modal, Stack, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import type { Half } from "./clauseCut.ts"
import classes from "./negotiation.module.css"
import type { PromisedLine } from "./promised.ts"

type AskHalfProps = {
  lines: readonly PromisedLine[]
  halves: Readonly<Record<Half, string>>
  onCut: (keeps: Half) => void
  onClose: () => void
}

/** A clause that something was promised in is cut in the middle: which half is still that clause nobody knows but who cuts it. */
export const AskHalf = ({ lines, halves, onCut, onClose }: AskHalfProps) => {
  const { t } = useTranslation(["negotiation", "ui"])
  const format = useFormat()
  const titles = format.list(lines.map(({ title }) => format.quote(title)))
  return (
    <Modal opened onClose={onClose} title={t("half.title")} closeButtonProps={{ "aria-label": t("ui:close") }}>
      <Text mb="md">{t("half.hint", { titles })}</Text>
      <Stack gap="xs">
        {(["upper", "lower"] as const).map((half) => (
          <Button
            key={half}
            variant="default"
            justify="flex-start"
            h="auto"
            py={8}
            className={classes.half}
            onClick={() => onCut(half)}
          >
            {t(`half.${half}`, { words: format.quote(halves[half]) })}
          </Button>
        ))}
      </Stack>
    </Modal>
  )
}
