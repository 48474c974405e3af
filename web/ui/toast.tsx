import { Anchor, Group } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react"
import i18next from "i18next"
import { fieldSentence, Problem, sentenceOf } from "#client/problem"
import { tellAnswered } from "./rest.tsx"

const undoMs = 8_000

/** Says in one sentence what was done, with an "Undo" for as long as it is shown. */
export const showDone = (sentence: string, undo?: () => Promise<unknown>): void => {
  tellAnswered()
  const id = notifications.show({
    autoClose: undo ? undoMs : 4_000,
    icon: <IconCheck size={16} aria-hidden />,
    color: "gray",
    closeButtonProps: { "aria-label": i18next.t("ui:close") },
    message: undo ? (
      <Group justify="space-between" wrap="nowrap" gap="md">
        {sentence}
        <Anchor
          component="button"
          fw={550}
          onClick={() => {
            notifications.hide(id)
            undo().catch(showProblem)
          }}
        >
          {i18next.t("ui:undo")}
        </Anchor>
      </Group>
    ) : (
      sentence
    ),
  })
}

/** Says why something was not done. */
export const showProblem = (problem: unknown): void => {
  tellAnswered()
  const [field] = problem instanceof Problem ? problem.errors : []
  notifications.show({
    autoClose: 10_000,
    icon: <IconAlertTriangle size={16} aria-hidden />,
    color: "red",
    closeButtonProps: { "aria-label": i18next.t("ui:close") },
    title: sentenceOf(problem),
    message: field ? fieldSentence(field) : problem instanceof Problem ? undefined : i18next.t("ui:error.text"),
  })
}
