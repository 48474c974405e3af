const files = import.meta.glob("/locales/en/importable-*.json")

/** The areas of texts in which modules name what a file may bring into them: whatever modules there are. */
export const importableTexts: readonly string[] = Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, ""))
