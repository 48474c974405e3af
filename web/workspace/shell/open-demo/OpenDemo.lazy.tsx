import { Alert, Code, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import type { getMe } from "#contract/workspaces"
import { endDemo } from "#contract/workspaces"
import type { OutputOf } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"

type Ability = OutputOf<typeof getMe>["workspaces"][number]["abilities"]["endDemo"]

/** Says that others can open the demo, and ends that. */
const OpenDemo = ({ ability }: { ability: Ability }) => {
  const { t } = useTranslation("open-demo")
  // Whoever ends it as one of the demo's people is signed out by it, which the page learns when it is read anew.
  const end = useAct(endDemo, { showsProblem: false, onDone: () => location.reload() })
  return (
    <Alert color="orange" m="md" title={t("title")}>
      <Text size="sm" mb="xs">
        {t("text")}
      </Text>
      <Confirm
        question={t("question")}
        consequence={
          <>
            {t("consequence")} <Code>npx keelson demo password</Code>
          </>
        }
        verb={t("end")}
        isDangerous
        onConfirm={() => end.mutateAsync({ input: {} })}
      >
        {(open) => (
          <ActionButton size="xs" variant="default" disabledReason={reasonOf(ability)} onClick={open}>
            {t("end")}
          </ActionButton>
        )}
      </Confirm>
    </Alert>
  )
}

export default OpenDemo
