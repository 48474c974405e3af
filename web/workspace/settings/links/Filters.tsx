import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type LinkState, linkStates, listLinkActs } from "#contract/links"
import { ActionButton } from "#ui/ActionButton"
import { FilterBar } from "#ui/FilterBar"
import { SearchField } from "#ui/SearchField"
import { SelectField } from "#ui/SelectField"
import { useLinkWords } from "./useLinkWords.ts"
import { type LinksView, readView } from "./view.ts"

/** What the list is narrowed to; each choice is a part of the address. */
export const Filters = ({ view, onChange }: { view: LinksView; onChange: (change: Partial<LinksView>) => void }) => {
  const { t } = useTranslation("settings")
  const words = useLinkWords()
  const acts = useEndpoint(listLinkActs, {}).data?.items ?? []
  const chosen = [view.state, view.act].filter((each) => each !== "").length
  return (
    <FilterBar
      find={<SearchField label={t("links.search")} value={view.search} onChange={(search) => onChange({ search })} />}
      chosen={chosen}
    >
      <SelectField
        label={t("links.state")}
        data={[
          { value: "", label: t("links.all") },
          ...linkStates.map((state) => ({ value: state, label: t(`links.states.${state}`) })),
        ]}
        value={view.state}
        onChange={(state) => onChange({ state: (state ?? "") as LinkState | "" })}
      />
      <SelectField
        label={t("links.act")}
        data={[{ value: "", label: t("links.all") }, ...acts.map(({ act }) => ({ value: act, label: words.act(act) }))]}
        value={view.act}
        onChange={(act) => onChange({ act: act ?? "" })}
      />
      {chosen > 0 || view.search !== "" ? (
        <ActionButton variant="subtle" onClick={() => onChange({ ...readView({}), sort: view.sort })}>
          {t("links.clear")}
        </ActionButton>
      ) : null}
    </FilterBar>
  )
}
