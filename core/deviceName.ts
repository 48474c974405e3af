/** The first that fits says it: browsers name each other in what they call themselves. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrom(?:e|ium)\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
]

const found = (list: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined =>
  list.find(([sign]) => sign.test(userAgent))?.[1]

/** What a person calls the device: "Firefox, Windows". What names neither a browser nor a system is named as it names itself. */
export const deviceName = (userAgent: string): string => {
  const known = [found(browsers, userAgent), found(systems, userAgent)].filter((part) => part !== undefined)
  return known.length > 0 ? known.join(", ") : userAgent.slice(0, 40)
}
