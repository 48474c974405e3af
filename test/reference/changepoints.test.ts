import { expect, test } from "vitest"
import { detectOnset } from "#core/changepoint/detect"
import { segment } from "#core/changepoint/segment"

// Annual flow of the Nile at Aswan 1871-1970, 10^8 m^3. Cobb (1978), Biometrika 65, 243-251: the level falls in 1899.
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
]

// British coal-mining disasters per year 1851-1961 (Jarrett 1979, Biometrika 66, 191-193). Carlin, Gelfand & Smith
// (1992), Applied Statistics 41, 389-405: one change, most probably 1891.
const disasters = [
  4, 5, 4, 0, 1, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4, 2, 1, 3,
  2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1,
  0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1,
]

test("the Nile's level falls in 1899 and at no other time", () => {
  const { points, probability } = segment([nile])
  expect(points).toEqual([1899 - 1871])
  expect(probability).toBeGreaterThan(0.95)
})

test("coal-mining disasters become rarer about 1891", () => {
  const found = detectOnset(Float64Array.from(disasters), { kind: "count", worse: "lower" })
  expect(found?.probability).toBeGreaterThan(0.999)
  expect(1851 + (found?.onset?.low ?? 0)).toBeLessThanOrEqual(1891)
  expect(1851 + (found?.onset?.high ?? 0)).toBeGreaterThanOrEqual(1888)
  expect(Math.abs(1851 + (found?.onset?.index ?? 0) - 1890)).toBeLessThanOrEqual(5)
})
