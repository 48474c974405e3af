import { Button, Group, Modal, Stack, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { inWords } from "#client/problem"
import type { settlePromises } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { useFormat } from "#ui/text"
import { showProblem } from "#ui/toast"
import { useSettled } from "./useSettled.ts"

type RefusedProps = Readonly<{ answer: OutputOf<typeof settlePromises>; name: string; onClose: () => void }>

/** What became of it where not all was settled: how much, and of the rest which and why. */
export const Refused = ({ answer, name, onClose }: RefusedProps) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const { said, wayBack } = useSettled(name)
  const refused = answer.items.filter(({ outcome }) => outcome === "refused")
  const back = wayBack(answer)
  const reasons = Map.groupBy(refused, ({ refusal }) => inWords(refusal?.code ?? "not-found", refusal?.title ?? ""))
  return (
    <Modal opened onClose={onClose} title={t("settle.refused")} closeButtonProps={{ "aria-label": t("settle.close") }}>
      <Stack>
        <Text>{said(answer)}</Text>
        {[...reasons].map(([reason, items]) => (
          <div key={reason}>
            <Text fw={550}>{reason}</Text>
            {items.map(({ occurrence, now }) => (
              <Text key={occurrence} size="sm" c="dimmed">
                {now ? t("settle.one", { title: now.title, date: format.date(now.dueOn) }) : occurrence}
              </Text>
            ))}
          </div>
        ))}
        <Group>
          <Button data-autofocus onClick={onClose}>
            {t("settle.close")}
          </Button>
          {back ? (
            <Button
              variant="default"
              onClick={() => {
                onClose()
                back().catch(showProblem)
              }}
            >
              {t("settle.takeBack")}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  )
}
