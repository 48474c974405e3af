import { useTranslation } from "react-i18next"
import { tagAll, tagsIn, untagAll } from "#acts/tagging"
import { fieldErrors, reasonOf, sentenceOf } from "#client/problem"
import { tagChange } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { useFormat } from "#ui/text"
import { showDone } from "#ui/toast"
import { Property } from "./Property.tsx"
import type { Unsaved } from "./useSave.ts"

/** The host's own words for a partnership, one by one where they are changed. */
export const Tags = ({ partnership: { id, tags, abilities } }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const format = useFormat()
  const label = t("fact.tags")
  const save = async (text: string): Promise<Unsaved> => {
    const wanted = tagsIn(text)
    try {
      const changed = await tagAll([id], tagChange(tags, wanted))
      showDone(t("rail.saved", { what: label }), () => untagAll(changed))
      return undefined
    } catch (problem) {
      return { reason: Object.values(fieldErrors(problem))[0] ?? sentenceOf(problem) }
    }
  }
  const said = tags.join(", ")
  return (
    <Property
      kind="tags"
      label={label}
      value={said}
      shown={format.commas(tags)}
      disabledReason={reasonOf(abilities.edit)}
      onSave={save}
    />
  )
}
