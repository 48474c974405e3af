import { useModuleTexts } from "#client/useModuleTexts"
import { useFormat } from "#ui/text"

/** "12 deals", as the module says whose rows they are; nothing of what only hangs on others. */
export const useCounted = () => {
  const say = useModuleTexts("importable")
  const format = useFormat()
  return (table: string, count: number): string => say(`table.${table}`, "", { count, formatted: format.number(count) })
}
