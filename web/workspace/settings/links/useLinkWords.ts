import { useModuleTexts } from "#client/useModuleTexts"

/** What links are good for, and what was pressed, as the modules that bring them say it. */
export const useLinkWords = () => {
  const say = useModuleTexts("linkable")
  return {
    act: (act: string) => say(`name.${act}`, act),
    press: (act: string, press: string) => say(`press.${act}_${press}`, press),
  }
}
