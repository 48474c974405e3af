import type { WorkspaceTx } from "#platform/tx"
import type { Coverage } from "./contract.ts"
import { mayEditCandidates } from "./policy.ts"
import { type Cell, coverageStandings, gapsOf, inOrder } from "./rules.ts"
import * as store from "./store.ts"

const spotOf = (place: string | null, entry: string | null): string => JSON.stringify([place, entry])
const [partner, coming, undecided] = [0, 1, 2] as const

type Targets = Awaited<ReturnType<typeof store.targetsOn>>

/** The map as a page shows it: what is wanted against what is there, each company counted once in a cell. */
export const coverageView = async (tx: WorkspaceTx, axes: store.Axes): Promise<Coverage> => {
  const targets = await store.targetsOn(tx, axes)
  const counts = await store.coverageCounts(tx, axes, {
    places: targets.map(({ placeKey }) => placeKey),
    entries: targets.map(({ entryKey }) => entryKey),
  })
  const cells = cellsOf(counts, targets)
  return {
    ...axes,
    rows: [...inOrder(axes.places, withWanted(counts.places.shown, targets, "place"))],
    columns: [...inOrder(axes.entries, withWanted(counts.entries.shown, targets, "entry"))],
    furtherRows: counts.places.all - counts.places.shown.length,
    furtherColumns: counts.entries.all - counts.entries.shown.length,
    cells: [...cells],
    countries: countriesOf(counts),
    gaps: [...gapsOf(cells)],
    totals: coverageStandings.map((standing, place) => {
      const {
        companies = 0,
        noPlace = 0,
        noEntry = 0,
        either = 0,
      } = counts.totals.find(({ rank }) => rank === place) ?? {}
      return { standing, companies, noPlace, noEntry, either }
    }),
    abilities: { set: mayEditCandidates(tx.actor) },
  }
}

/** Cells with a company or a target in them; what no target names has none. */
const cellsOf = ({ cells: counted }: store.CoverageCounts, targets: Targets): readonly Cell[] => {
  const wanted = new Map(targets.map((each) => [spotOf(each.placeKey, each.entryKey), each.wanted]))
  const found = Map.groupBy(counted, ({ place, entry }) => spotOf(place, entry))
  return [...new Set([...wanted.keys(), ...found.keys()])].map((spot) => {
    const [place, entry] = JSON.parse(spot) as [string | null, string | null]
    const at = (standing: number) => found.get(spot)?.find(({ rank }) => rank === standing)?.companies ?? 0
    const come = { partner: at(partner), coming: at(coming), undecided: at(undecided) }
    return { place, entry, wanted: wanted.get(spot) ?? null, ...come }
  })
}

const countriesOf = ({ countries }: store.CoverageCounts): Coverage["countries"] =>
  [...Map.groupBy(countries, ({ country }) => country)].map(([country, ranks]) => {
    const at = (standing: number) => ranks.find(({ rank }) => rank === standing)?.companies ?? 0
    return { country, partner: at(partner), coming: at(coming), undecided: at(undecided) }
  })

type Header = Coverage["rows"][number]

/** A word that only a target names stands there too: it is the gap itself. */
const withWanted = (shown: readonly Header[], targets: Targets, of: "place" | "entry"): readonly Header[] => {
  const known = new Set(shown.map(({ key }) => key))
  const missing = new Map(
    targets
      .filter((each) => !known.has(each[`${of}Key`]))
      .map((each) => [each[`${of}Key`], { key: each[`${of}Key`], label: each[of], companies: 0 }]),
  )
  return [...shown, ...missing.values()]
}
