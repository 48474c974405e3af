import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { OccurrenceView } from "#contract/commitments"
import type { Settling } from "./settling.ts"

type WhatHappensProps = Readonly<{ how: Settling; those: readonly OccurrenceView[]; name: string }>

/** Before anything is done: what of theirs is settled at once, and what of ours the other party has to agree to. */
export const WhatHappens = ({ how, those, name }: WhatHappensProps) => {
  const { t } = useTranslation("home")
  const ours = those.filter(({ owedBy }) => owedBy === "host")
  const theirs = those.length - ours.length
  const asked = ours.filter(({ proposal }) => proposal?.state === "open").length
  const proposed = ours.length - asked
  const sentences =
    how === "keep"
      ? [t("settle.what.keep", { count: those.length })]
      : [
          ...(theirs > 0 ? [t(`settle.what.${how}`, { count: theirs })] : []),
          ...(proposed > 0 ? [t("settle.what.proposed", { count: proposed, name })] : []),
          ...(asked > 0 ? [t("settle.what.asked", { count: asked })] : []),
        ]
  return sentences.map((sentence) => (
    <Text key={sentence} size="sm" c="dimmed">
      {sentence}
    </Text>
  ))
}
