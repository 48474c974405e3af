import { expect, test } from "vitest"
import { readAll, workbookOf } from "./filesForTests.ts"

const escaped = (code: string) =>
  code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** What a number of a workbook is read as in a format: its code, or the number of one that is built in. */
const shown = async (code: string | number, value: number | string): Promise<string | undefined> => {
  const id = typeof code === "number" ? code : 170
  const own =
    typeof code === "number" ? "" : `<numFmts><numFmt numFmtId="170" formatCode="${escaped(code)}"/></numFmts>`
  const styles = `<styleSheet>${own}<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`
  const head = `<row r="1"><c r="A1" t="inlineStr"><is><t>Partner</t></is></c><c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>`
  const row = `<row r="2"><c r="A2" t="inlineStr"><is><t>Lumen</t></is></c><c r="B2" s="1"><v>${value}</v></c></row>`
  return (await readAll(workbookOf({ Data: head + row }, { styles }))).all[0]?.cells[1]
}

test.each([
  // Currencies, wherever the format has them.
  ["#,##0.00 [$€-407]", 1234.5, "1234.5 €"],
  ["[$EUR-407] #,##0.00", 1234.5, "1234.5 EUR"],
  ["[$EUR] #,##0", 12, "12 EUR"],
  ["[$$-409]#,##0.00", 5, "5 $"],
  ['"$"#,##0.00', 5, "5 $"],
  ["$#,##0.00_);[Red]($#,##0.00)", -5, "-5 $"],
  ["\\£#,##0", 5, "5 £"],
  ['_-* #,##0.00 [$€-407]_-;-* #,##0.00 [$€-407]_-;_-* "-"?? [$€-407]_-;_-@_-', 7.25, "7.25 €"],
  ['_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', -7, "-7 $"],
  ['#,##0.00 "kr"', 5, "5 kr"],
  ["#,##0.00 [$kr-41D]", 5, "5 kr"],
  ["[$R-1C09] #,##0.00", 5, "5 R"],
  ["0.00 CHF", 45_000, "45000 CHF"],
  [44, 5, "5 $"],
  [7, -5, "-5 $"],
  // What only takes room, a language, or another word is no currency.
  ["_-* #,##0.00 _€_-;-* #,##0.00 _€_-", 5, "5"],
  ["[$-407]#,##0.00", 5, "5"],
  ['0 "Stk."', 5, "5"],
  ['0.0 "h"', 5.5, "5.5"],
  ["#,##0_);(#,##0)", -5, "-5"],
  ["#,##0;[Red]#,##0", -5, "-5"],
  [39, 5, "5"],
  ["@", 5, "5"],
  ["General", 5, "5"],
  ["0.00E+00", 5, "5"],
  ["# ?/?", 0.5, "0.5"],
  // Percent, shown of a share or only written behind the number.
  ["0%", 0.85, "85%"],
  ["0.0%", 0.1235, "12.35%"],
  [10, 1.2, "120%"],
  [9, 0.07, "7%"],
  ['0" %"', 85, "85%"],
  ["0\\%", 85, "85%"],
  // Thousands: what is shown is what is meant, to all its digits.
  ['#,##0,"k"', 1_234_567, "1234.567 k"],
  ['#,##0 "kEUR"', 1234, "1234 k EUR"],
  ['#,##0 "T€"', 12, "12 T €"],
  ['#,##0.0,,"M"', 1_250_000, "1.25 M"],
  ["$#,##0.0,,\\M", 1_250_000, "1.25 M $"],
  ['0.0," Tsd. €"', 1500, "1.5 Tsd. €"],
  ["#,##0,", 1_234_567, "1234.567 k"],
  ['0.0 "Mio. €"', 1.5, "1.5 Mio. €"],
  ['[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', 2_500_000, "2.5 M"],
  ['[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', 2500, "2.5 k"],
  ['[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', 25, "25"],
  // Time that has passed, in hours.
  ["[h]:mm", 1.5, "36:00:00"],
  ["[hh]:mm:ss", 0.0625, "1:30:00"],
  ["[mm]:ss", 0.0625, "1:30:00"],
  [46, 1.25, "30:00:00"],
  ['[h]" hours"', -0.5, "-12:00:00"],
  // Days keep being days, whatever letters stand beside.
  ['dd"d"/mm/yyyy;@', 46_027, "2026-01-05"],
  ["[$-409]mmm d, yyyy;@", 46_027, "2026-01-05"],
  ["yyyy-mm-dd hh:mm:ss.000", 46_027.5, "2026-01-05T12:00:00"],
  ['yyyy"年"m"月"d"日"', 46_027, "2026-01-05"],
] as const)("%s shows %d as %s", async (code, value, text) => {
  expect(await shown(code, value)).toBe(text)
})
