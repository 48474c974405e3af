import { Kbd, Loader } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight"
import { IconSearch } from "@tabler/icons-react"
import { type KeyboardEvent, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { type Command, useAllCommands } from "./commands.tsx"

/** Finds things by what was typed: partnerships, organizations, people. Comes from the shell, which may fetch. */
export type CommandSearch = (query: string, signal: AbortSignal) => Promise<readonly Command[]>

/** Ctrl/Cmd-K: every command of the page and everything the search finds. */
const CommandPalette = ({ search }: { search?: CommandSearch }) => {
  const { t } = useTranslation("ui")
  const [here, setHere] = useState<readonly Command[]>([])
  const commands = [...here, ...useAllCommands()]
  const [query, setQuery] = useState("")
  const { found, isSearching } = useFound(query, search)
  const actions = grouped([...commands.filter((each) => matches(each, query)), ...found], t("palette.commands"))

  return (
    <Spotlight
      actions={actions}
      onSpotlightOpen={() => setHere(actsOfPage())}
      filter={(_, all) => all}
      query={query}
      onQueryChange={setQuery}
      nothingFound={isSearching ? t("palette.searching") : t("palette.nothing")}
      scrollable
      maxHeight={420}
      radius="lg"
      centered={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { "aria-label": t("palette.label") } }}
      shortcut={["mod + K"]}
      tagsToIgnore={[]}
      searchProps={{
        "aria-label": t("palette.label"),
        placeholder: t("palette.placeholder"),
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        onKeyDown: (event) => isSearching || takeFirst(event),
        rightSection: isSearching ? <Loader size={16} aria-hidden /> : null,
      }}
    />
  )
}

/** What the open page itself offers at its head, as its buttons say it: no area has to say it twice. */
const actsOfPage = (): readonly Command[] =>
  [...document.querySelectorAll<HTMLElement>("[data-acts] :is(button, a[href]):not([aria-disabled=true], [disabled])")]
    .map((act, index) => ({ act, index, label: act.ariaLabel ?? act.textContent.trim() }))
    .filter(({ label }) => label !== "")
    .map(({ act, index, label }) => ({
      id: `here ${index}`,
      label,
      group: document.querySelector("h1")?.textContent ?? "",
      // The palette gives the focus back before the act takes it.
      run: () => void setTimeout(() => act.click()),
    }))

/** Enter without a choice takes the first that was found, as the eye expects. */
const takeFirst = ({ key, nativeEvent, currentTarget }: KeyboardEvent<HTMLInputElement>): void => {
  if (key !== "Enter" || nativeEvent.isComposing || currentTarget.value.trim() === "") return
  const palette = currentTarget.closest('[role="dialog"]')
  if (palette?.querySelector("[data-selected]")) return
  palette?.querySelector<HTMLElement>("[data-action]")?.click()
}

const matches = (command: Command, query: string): boolean => {
  const text = [command.label, command.hint, ...(command.words ?? [])].join(" ").toLocaleLowerCase()
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const useFound = (query: string, search: CommandSearch | undefined) => {
  const [wanted] = useDebouncedValue(query.trim(), 150)
  const [answer, setAnswer] = useState<{ query: string; found: readonly Command[] }>({ query: "", found: [] })
  useEffect(() => {
    if (!search || wanted.length < 2) return
    const abort = new AbortController()
    search(wanted, abort.signal).then(
      (found) => setAnswer({ query: wanted, found }),
      () => abort.signal.aborted || setAnswer({ query: wanted, found: [] }),
    )
    return () => abort.abort()
  }, [search, wanted])
  const isWanted = search !== undefined && query.trim().length >= 2
  return { found: isWanted ? answer.found : [], isSearching: isWanted && answer.query !== query.trim() }
}

const grouped = (commands: readonly Command[], otherwise: string) =>
  [...Map.groupBy(commands, (each) => each.group ?? otherwise)].map(([group, members]) => ({
    group,
    actions: members.map(actionOf),
  }))

const actionOf = ({ id, label, hint, Icon, keys, run }: Command): SpotlightActionData => ({
  id,
  label,
  onClick: run,
  ...(hint ? { description: hint } : {}),
  ...(Icon ? { leftSection: <Icon size={18} stroke={1.6} /> } : {}),
  ...(keys ? { rightSection: <Kbd size="xs">{keys}</Kbd> } : {}),
})

export default CommandPalette
