/** A place of the one row and the place of the other that says the same. */
export type Match = readonly [before: number, after: number]

/** So many places may differ before a shorter way to the end is no longer looked for: 400 squared is 160,000 steps. */
const bound = 400

/**
 * Which places of two rows stay, in order: a longest common subsequence. E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", Algorithmica 1 (1986), the greedy forward way. O(n + m + D²) where D places differ; beyond the bound the rows are cut
 * where something stands just once in both (Bram Cohen's patience diff), and what cannot be cut is held to have nothing in common: a
 * worse answer, and never a wrong one. Mirrored rows have mirrored answers, because the smaller row always goes first.
 */
export const aligned = (before: readonly string[], after: readonly string[]): Match[] => {
  const names = new Map<string, number>()
  const numbered = (row: readonly string[]): Int32Array => {
    const numbers = new Int32Array(row.length)
    for (let at = 0; at < row.length; at += 1) {
      const each = row[at] ?? ""
      const number = names.get(each) ?? names.size
      if (number === names.size) names.set(each, number)
      numbers[at] = number
    }
    return numbers
  }
  if (isFirst(before, after)) return match(numbered(before), numbered(after))
  return match(numbered(after), numbered(before)).map(([one, other]) => [other, one])
}

const isFirst = (before: readonly string[], after: readonly string[]): boolean => {
  if (before.length !== after.length) return before.length < after.length
  const at = before.findIndex((each, index) => each !== after[index])
  return (before[at] ?? "") < (after[at] ?? "")
}

const match = (before: Int32Array, after: Int32Array, from: Match = [0, 0]): Match[] => {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const same = (count: number, one: number, other: number): Match[] =>
    Array.from({ length: count }, (_, at) => [from[0] + one + at, from[1] + other + at])
  const [one, other] = [before.subarray(head, before.length - tail), after.subarray(head, after.length - tail)]
  const start: Match = [from[0] + head, from[1] + head]
  return [
    ...same(head, 0, 0),
    ...(one.length === 0 || other.length === 0 ? [] : (shortest(one, other, start) ?? cut(one, other, start))),
    ...same(tail, before.length - tail, after.length - tail),
  ]
}

/** Myers: how far each diagonal comes with so many differences, then back along what was noted. Nothing where the bound is met. */
const shortest = (before: Int32Array, after: Int32Array, from: Match): Match[] | undefined => {
  const [n, m] = [before.length, after.length]
  const reached: Int32Array[] = []
  let last = Int32Array.of(0, 0)
  for (let d = 0; d <= Math.min(bound, n + m); d += 1) {
    // Diagonal k stands at k + d + 1; there is one place to spare on both sides.
    const now = new Int32Array(2 * d + 4)
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : goesDown(last, d, k) ? (last[k + d + 1] ?? 0) : (last[k + d - 1] ?? 0) + 1
      while (x < n && x - k < m && before[x] === after[x - k]) x += 1
      now[k + d + 1] = x
      if (x >= n && x - k >= m) return back(reached, d, k, n, from)
    }
    reached.push(now)
    last = now
  }
  return undefined
}

/** Whether the way to diagonal k takes in something of the second row; `last` is that of d - 1, and its diagonal k at k + d. */
const goesDown = (last: Int32Array, d: number, k: number): boolean =>
  k === -d || (k !== d && (last[k + d - 1] ?? 0) < (last[k + d + 1] ?? 0))

const back = (reached: readonly Int32Array[], found: number, diagonal: number, end: number, from: Match): Match[] => {
  const matches: Match[] = []
  let [k, x] = [diagonal, end]
  for (let d = found; d >= 0; d -= 1) {
    const last = reached[d - 1]
    const isDown = last !== undefined && goesDown(last, d, k)
    const was = last === undefined ? 0 : isDown ? (last[k + d + 1] ?? 0) : (last[k + d - 1] ?? 0)
    const start = last === undefined || isDown ? was : was + 1
    while (x > start) {
      x -= 1
      matches.push([from[0] + x, from[1] + x - k])
    }
    x = was
    k += isDown ? 1 : -1
  }
  return matches.reverse()
}

/** What stands once in both, and in the same order, holds; between, it is looked for anew. */
const cut = (before: Int32Array, after: Int32Array, from: Match): Match[] => {
  const there = onceIn(after)
  const anchors = [...onceIn(before)].flatMap(([each, at]): Match[] => {
    const other = there.get(each)
    return other === undefined ? [] : [[at, other]]
  })
  const kept = longestRise(anchors.map(([, at]) => at)).map((at) => anchors[at] as Match)
  if (kept.length === 0) return []
  const matches: Match[] = []
  let last: Match = [0, 0]
  for (const [one, other] of [...kept, [before.length, after.length] as Match]) {
    const start: Match = [from[0] + last[0], from[1] + last[1]]
    for (const each of match(before.subarray(last[0], one), after.subarray(last[1], other), start)) matches.push(each)
    if (one < before.length) matches.push([from[0] + one, from[1] + other])
    last = [one + 1, other + 1]
  }
  return matches
}

const onceIn = (row: Int32Array): Map<number, number> => {
  const [places, doubled] = [new Map<number, number>(), new Set<number>()]
  for (const [at, each] of row.entries()) {
    if (places.has(each)) doubled.add(each)
    places.set(each, at)
  }
  return new Map([...places].filter(([each]) => !doubled.has(each)))
}

/**
 * Which places hold the longest part of a row that rises: patience sorting (Schensted 1961), O(n log n). The rest is the fewest that
 * have to move for the row to be in order.
 */
export const longestRise = (row: readonly number[]): number[] => {
  const ends: number[] = []
  const before: number[] = []
  for (const [at, value] of row.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((row[ends[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] as number)
    ends[low] = at
  }
  const rise: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) rise.push(at)
  return rise.reverse()
}
